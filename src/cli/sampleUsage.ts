import { parseArgs } from 'node:util'
import { LANGUAGES, type Language } from '../application/texts/Texts'
import { HOUSEHOLD_TYPES, type HouseholdType } from '../domain/sampling/Frame'
import { DESIGNS, type SamplingDesign, type WantedSize } from '../domain/sampling/SamplingPlan'

export type SampleUsage = DrawUsage | ReplayUsage

interface AnyUsage {
  readonly rosters: readonly string[]
  readonly out: string | null
  readonly json: boolean
  /** Everything is told, not only the first of each kind. */
  readonly isVerbose: boolean
  readonly language: Language
}

export interface DrawUsage extends AnyUsage {
  readonly kind: 'draw'
  /** Read although their files hide them. */
  readonly hiddenSheets: readonly string[]
  readonly log: string
  readonly salt: string | null
  readonly seed: string
  readonly design: SamplingDesign
  readonly place: 'township' | 'village'
  readonly size: WantedSize
  readonly villages: number | null
  /** Empty: every type of the list. */
  readonly types: readonly HouseholdType[]
  /** Villages as the user wrote them. */
  readonly supervised: readonly string[]
  readonly marked: string | null
  readonly markedRate: number
  readonly visited: string | null
  readonly visitedRate: number
  readonly reserve: number
  /** Draws although rows of the lists are rejected. */
  readonly isRejectedAccepted: boolean
}

export interface ReplayUsage extends AnyUsage {
  readonly kind: 'replay'
  readonly log: string
}

export const SAMPLE_USAGE = `usage: yihu sample --roster FILE [--roster FILE …] [--hidden-sheet NAME …] --seed TEXT --log OUT.json
                   [--design stratified|cluster|all] [--by township|village] [--villages N]
                   [--size N | --sizes exited=300,unregistered=100 | --margin 0.03 [--share 0.5] [--design-effect 1]] [--types exited,unregistered,…]
                   [--supervised VILLAGE …] [--marked FILE.txt] [--marked-rate 1] [--visited FILE.txt]
                   [--visited-rate 0] [--reserve 0.2] [--salt TEXT] [--accept-rejected] [--out LIST.xlsx]
                   [--json] [--verbose] [--lang zh-CN|en]
       yihu sample --replay LOG.json --roster FILE [--roster FILE …] [--out LIST.xlsx] [--json] [--verbose] [--lang zh-CN|en]

stratified (unless said otherwise): households of every township (or village) and type. cluster: --villages of them, large
ones likelier, then households of every type. all: everybody. --sizes: so many of each type, which are then the types drawn. --margin: half width of the 95 % interval, as a share.
--marked, --visited: files with a household's key a line. --marked-rate: how many times as often as others such
households, and those the list itself marks (重点户, 边缘户, 脱贫不稳定户), are drawn. --visited-rate: the same of households visited lately;
0 leaves them out. --reserve: spares for each household drawn. --replay draws again what a log has drawn.
A list of which rows are rejected is not drawn from, since nobody on them could be drawn: see them with yihu roster, and correct the
list. --accept-rejected draws from the other rows all the same; the log says of how many rows nobody could be drawn.
No output may be one of the files that are read. --marked and --visited in UTF-8, UTF-16 or GB18030.`

/** The command's words as settings; null where they are wrong. */
export function parseSampleUsage(args: readonly string[]): SampleUsage | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        roster: { type: 'string', multiple: true },
        'hidden-sheet': { type: 'string', multiple: true },
        replay: { type: 'string' },
        seed: { type: 'string' },
        log: { type: 'string' },
        design: { type: 'string' },
        by: { type: 'string' },
        villages: { type: 'string' },
        size: { type: 'string' },
        sizes: { type: 'string' },
        margin: { type: 'string' },
        share: { type: 'string' },
        'design-effect': { type: 'string' },
        types: { type: 'string' },
        supervised: { type: 'string', multiple: true },
        marked: { type: 'string' },
        'marked-rate': { type: 'string' },
        visited: { type: 'string' },
        'visited-rate': { type: 'string' },
        reserve: { type: 'string' },
        salt: { type: 'string' },
        'accept-rejected': { type: 'boolean' },
        out: { type: 'string' },
        json: { type: 'boolean' },
        verbose: { type: 'boolean' },
        lang: { type: 'string' },
      },
    })
    const {
      roster,
      replay,
      seed,
      log,
      out = null,
      json = false,
      verbose = false,
      lang = 'zh-CN',
      ...rest
    } = values
    const language = LANGUAGES.find((each) => each === lang)
    if (!roster || language === undefined) return null
    const any = { rosters: roster, out, json, isVerbose: verbose, language }
    if (replay !== undefined) {
      const isAlone = seed === undefined && log === undefined && Object.keys(rest).length === 0
      return isAlone ? { ...any, kind: 'replay', log: replay } : null
    }
    const design = DESIGNS.find((each) => each === (rest.design ?? 'stratified'))
    const place = (['township', 'village'] as const).find((each) => each === (rest.by ?? 'township'))
    const size = design === 'all' ? EVERYBODY : sizeOf(rest)
    if (size?.by === 'type' && rest.types !== undefined) return null
    const types = size?.by === 'type' ? typesIn(size.households) : typesOf(rest.types)
    const villages = rest.villages === undefined ? null : numberOf(rest.villages)
    if (seed === undefined || log === undefined || design === undefined || place === undefined) return null
    if (types === null || size === null || (villages === null) === (design === 'cluster')) return null
    return {
      ...any,
      kind: 'draw',
      hiddenSheets: rest['hidden-sheet'] ?? [],
      log,
      seed,
      design,
      place,
      types,
      size,
      villages,
      salt: rest.salt ?? null,
      supervised: rest.supervised ?? [],
      marked: rest.marked ?? null,
      markedRate: numberOf(rest['marked-rate'] ?? '1'),
      visited: rest.visited ?? null,
      visitedRate: numberOf(rest['visited-rate'] ?? '0'),
      reserve: numberOf(rest.reserve ?? '0.2'),
      isRejectedAccepted: rest['accept-rejected'] ?? false,
    }
  } catch {
    return null
  }
}

/** What a draw of everybody is recorded with; nothing is reckoned from it. */
const EVERYBODY: WantedSize = { by: 'number', households: 0 }

function sizeOf(values: {
  readonly size?: string | undefined
  readonly sizes?: string | undefined
  readonly margin?: string | undefined
  readonly share?: string | undefined
  readonly 'design-effect'?: string | undefined
}): WantedSize | null {
  const { size, sizes, margin, share = '0.5', 'design-effect': effect = '1' } = values
  if ([size, sizes, margin].filter((each) => each !== undefined).length !== 1) return null
  if (sizes !== undefined) return sizesOf(sizes)
  if (size !== undefined) return { by: 'number', households: numberOf(size) }
  return {
    by: 'margin',
    margin: numberOf(margin ?? ''),
    share: numberOf(share),
    designEffect: numberOf(effect),
  }
}

/** Sizes by type; null where a name is no type, or is there twice. */
function sizesOf(text: string): WantedSize | null {
  const parts = text.split(',').map((part) => part.split('=').map((each) => each.trim()))
  const sizes = parts.flatMap(([name, count = '']) => {
    const type = HOUSEHOLD_TYPES.find((each) => each === name)
    return type === undefined ? [] : [[type, numberOf(count)] as const]
  })
  const households = Object.fromEntries(sizes) as Partial<Record<HouseholdType, number>>
  return typesIn(households).length === parts.length ? { by: 'type', households } : null
}

function typesIn(sizes: Readonly<Partial<Record<HouseholdType, number>>>): readonly HouseholdType[] {
  return HOUSEHOLD_TYPES.filter((type) => type in sizes)
}

function typesOf(text: string | undefined): readonly HouseholdType[] | null {
  if (text === undefined) return []
  const names = text.split(',').map((name) => name.trim())
  const types = HOUSEHOLD_TYPES.filter((type) => names.includes(type))
  return names.every((name) => types.some((type) => type === name)) ? types : null
}

/** Not a number where the text is none: then the plan is refused with its field. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}
