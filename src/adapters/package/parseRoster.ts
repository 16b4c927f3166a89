import * as v from 'valibot'
import type { RosterPart } from '../../application/store/ProjectStore'
import { jsonLength } from '../../domain/shared/jsonLength'
import { isSoundPart } from '../crypto/rosterHash'

/** Characters of one household of a roster. */
const LONGEST_HOUSEHOLD = 2 ** 20

const VILLAGES = v.array(
  v.strictObject({ village: v.string(), digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
)

/** The roster in a package's file; undefined where it is invalid, or its villages do not match their digests. */
export function parseRoster(bytes: Uint8Array): RosterPart | undefined {
  const lines = new TextDecoder().decode(bytes).split('\n').slice(0, -1)
  const [first, ...others] = parseLines(lines) ?? []
  const villages = v.safeParse(VILLAGES, first)
  const present = v.safeParse(
    v.array(v.strictObject({ village: v.string(), households: v.array(v.looseObject({ id: v.string() })) })),
    others,
  )
  if (!villages.success || !present.success) return undefined
  const households = present.output.flatMap((each) => each.households)
  if (households.some((household) => jsonLength(household) > LONGEST_HOUSEHOLD)) return undefined
  // The lead's signed change contains the roster's hash, so its households need no check: they are as the lead read them.
  const part = { villages: villages.output, present: present.output as unknown as RosterPart['present'] }
  return isSoundPart(part) ? part : undefined
}

/** Undefined where one of the lines is not JSON. */
function parseLines(lines: readonly string[]): readonly unknown[] | undefined {
  try {
    return lines.map((line): unknown => JSON.parse(line))
  } catch {
    return undefined
  }
}
