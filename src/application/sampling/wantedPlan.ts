import { HOUSEHOLD_TYPES, type FrameHousehold, type HouseholdType } from '../../domain/sampling/Frame'
import type { SamplingPlan } from '../../domain/sampling/SamplingPlan'
import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import type { GivenText } from '../assess/GivenText'

/** What is wanted of a draw, in the words of whoever draws. */
export interface WantedPlan extends Pick<
  SamplingPlan,
  'seed' | 'design' | 'place' | 'size' | 'villages' | 'reserve'
> {
  /** Empty: every type that the list has. */
  readonly types: readonly HouseholdType[]
  /** Villages by name, or by the end of their path with townships before it. */
  readonly supervised: readonly string[]
  /** Keys, one a line. */
  readonly marked: GivenText | null
  readonly markedRate: number
  readonly visited: GivenText | null
  readonly visitedRate: number
}

/** The plan of a draw from a frame. Refused: `sample_village_unknown`, `sample_village_ambiguous`, and files that cannot be read. */
export async function wantedPlan(
  wanted: WantedPlan,
  frame: readonly FrameHousehold[],
): Promise<Result<SamplingPlan>> {
  const villages = [...new Set(frame.map(({ village }) => village))]
  const named = wanted.supervised.map((text) => villageNamed(text, villages))
  const [marked, visited] = [await keysIn(wanted.marked), await keysIn(wanted.visited)]
  if (!marked.ok) return marked
  if (!visited.ok) return visited
  const problems = named.flatMap((found) => (typeof found === 'string' ? [] : [found]))
  if (problems.length > 0) return refusals(problems)
  const { seed, design, place, size, reserve } = wanted
  const present = new Set(frame.map(({ type }) => type))
  return success({
    seed,
    design,
    place,
    size,
    villages: wanted.villages,
    types: wanted.types.length > 0 ? wanted.types : HOUSEHOLD_TYPES.filter((type) => present.has(type)),
    supervised: named.flatMap((found) => (typeof found === 'string' ? [found] : [])),
    marked: { households: marked.value, rate: wanted.markedRate },
    visited: { households: visited.value, rate: wanted.visitedRate },
    reserve,
  })
}

/** The village meant by a name, or by the end of its path with townships before it. */
function villageNamed(text: string, villages: readonly string[]): string | Problem {
  const found = villages.filter((village) => village === text || village.endsWith(`/${text}`))
  const [village] = found
  if (village !== undefined && found.length === 1) return village
  const code = village === undefined ? 'sample_village_unknown' : 'sample_village_ambiguous'
  return { code, severity: 'error', place: {}, value: text, details: { villages: found.join(', ') } }
}

/** The keys of a file, one a line. */
async function keysIn(file: GivenText | null): Promise<Result<readonly string[]>> {
  const text = file === null ? success('') : await file.text()
  if (!text.ok) return text
  const lines = text.value.replace(/^\uFEFF/, '').split(/\r\n|[\r\n]/)
  return success([...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))])
}
