import { newReplica } from '../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../src/adapters/memory/MemoryStore'
import { AREA_FORMS } from '../../src/adapters/resources/areaForms'
import { censusTables } from '../../src/adapters/resources/censusTables'
import { formsWith } from '../../src/adapters/resources/instruments'
import { STANDARDS } from '../../src/adapters/resources/standards'
import { textsOf } from '../../src/adapters/resources/texts'
import type { AnswerRecord } from '../../src/application/assess/AnswerRecord'
import { writeAnswers } from '../../src/application/assess/writeAnswers'
import { CensusTally, type CensusCount } from '../../src/application/census/CensusTally'
import type { CensusFrame } from '../../src/application/census/workbook/CensusFrame'
import { CensusWorkbook } from '../../src/application/census/workbook/CensusWorkbook'
import { CENSUS } from '../../src/application/programmes/census'
import { villageOf } from '../../src/application/roster/adoptRoster'
import type { Language } from '../../src/application/texts/Texts'
import { practiceCensus } from '../../src/cli/practiceCensus'
import type { RosterHousehold } from '../../src/domain/roster/Roster'
import type { Sampling } from '../../src/domain/sampling/Sampling'
import { AUTHOR } from './aMemoryProject'
import { FILLED_COUNTY, FILLED_VILLAGE } from './areaAnswers'
import { someStandards } from './someStandards'

interface Wanted {
  readonly language?: Language
  readonly households?: number
  readonly formulasUpTo?: number
  /** How a household was drawn, by its place; left out: everybody was to be enumerated. */
  readonly sampling?: (index: number) => Sampling
  /** Whether whoever writes the workbook may not see a household. */
  readonly hidden?: (index: number) => boolean
  /** Answers besides, or in place of those of practice. */
  readonly answers?: (households: readonly string[]) => readonly AnswerRecord[]
}

const forms = formsWith(undefined, 'census')
if (!forms.ok) throw new Error('no forms')
/** What the census is counted by. */
export const CENSUS_RULES = { standards: someStandards(), programme: CENSUS, ...forms.value }

/** A practice census with its workbook; the form of its last village is not there. */
export async function aCensusWorkbook(wanted: Wanted = {}): Promise<{
  readonly workbook: CensusWorkbook
  readonly count: CensusCount
  readonly frame: CensusFrame
  /** The records that it was made from. */
  readonly store: MemoryStore
  readonly listed: readonly RosterHousehold[]
}> {
  const { households: size = 120, language = 'zh-CN', sampling, hidden = () => false } = wanted
  const all = [...practiceCensus({ households: size, seed: 3, hash: (text) => text })]
  const listed = all.map(({ household }) => household)
  const ids = listed.map(({ id }) => id)
  const store = new MemoryStore('test', newReplica())
  const origin = { ...AUTHOR, instrumentVersion: 'census-1', copy: 'answers' }
  const practised = all.flatMap(({ household, answers }) =>
    answers.map((answer): AnswerRecord => {
      const origin = { household: household.id, round: 'first', at: null, by: null } as const
      return { evidence: 'respondent', ...answer, ...origin }
    }),
  )
  const records = [...practised, ...(wanted.answers?.(ids) ?? [])]
  const written = await writeAnswers(store, records, origin)
  if (!written.ok) throw new Error(JSON.stringify(written.problems))

  const villages = [...new Set(listed.map(villageOf))]
  const answered = villages.slice(0, -1).map((village) => [village, FILLED_VILLAGE] as const)
  const areas = { villages: new Map(answered), county: FILLED_COUNTY }
  const samplings = sampling === undefined ? null : new Map(ids.map((id, index) => [id, sampling(index)]))
  const tally = new CensusTally({
    rules: CENSUS_RULES,
    tablesOf: censusTables,
    areaForms: AREA_FORMS,
    areas,
    samplings,
  })
  const workbook = new CensusWorkbook({
    texts: textsOf(language),
    isIdInFull: false,
    isSampled: samplings !== null,
    project: 'p',
    rules: CENSUS_RULES,
    areaForms: AREA_FORMS,
    ...(wanted.formulasUpTo !== undefined && { formulasUpTo: wanted.formulasUpTo }),
  })
  const changes = await store.changesOfHouseholds(ids)
  for (const [index, household] of listed.entries()) {
    const isHidden = hidden(index)
    const own = isHidden ? [] : (changes.get(household.id) ?? [])
    const taken = { household, changes: own, isFound: false, isHidden }
    const interview = tally.take(taken)
    if (interview !== null) workbook.add(taken, interview)
  }
  const frame = {
    areas,
    standards: CENSUS_RULES.standards,
    edition: STANDARDS.standards,
    sources: STANDARDS.sources,
  }
  return { workbook, count: tally.done(), frame, store, listed }
}
