import { basename } from 'node:path'
import { newReplica } from '../adapters/crypto/newReplica'
import { MemoryStore } from '../adapters/memory/MemoryStore'
import { AREA_FORMS } from '../adapters/resources/areaForms'
import { censusTables } from '../adapters/resources/censusTables'
import { STANDARDS } from '../adapters/resources/standards'
import type { AssessmentRules } from '../application/assess/assessHousehold'
import { takeCensus, type CensusPorts, type TakenCensus } from '../application/census/takeCensus'
import { CENSUS } from '../application/programmes/census'
import type { SampleLog } from '../application/sampling/SampleLog'
import { saltProblems } from '../application/sampling/saltProblems'
import { refusals, success, type Result } from '../domain/shared/Result'
import { resolveStandards } from '../domain/standards/resolveStandards'
import type { StandardsInForce } from '../domain/standards/Standards'
import type { AssessUsage } from './assessUsage'
import { keySalt, readAssessed, readSampleFile } from './readAssessed'
import { readForms } from './readForms'
import { givenText, optionalText } from './readText'

/** What a census is counted from. */
export interface CountUsage extends AssessUsage {
  readonly villages: string | null
  readonly county: string | null
}

/** How households are counted, before any is. */
export interface Counting {
  readonly rules: AssessmentRules
  /** What keys are made with. */
  readonly salt: string
  readonly isSampled: boolean
  /** How the households were drawn; null where everybody was to be enumerated. */
  readonly sample: SampleLog | null
}

/** A county that was counted. */
export interface GivenCount extends TakenCensus, Counting {
  readonly standards: StandardsInForce
}

/**
 * Reads lists and files, and counts them; with what was wrong with the lists. `begin` is told how, and returns what is then told every
 * household that is counted.
 */
export async function countGiven(
  usage: CountUsage,
  begin: (counting: Counting) => CensusPorts['tell'],
): Promise<Result<GivenCount>> {
  const standards = resolveStandards(STANDARDS, usage)
  if (!standards.ok) return standards
  const forms = await readForms(usage.additional, 'census')
  if (!forms.ok) return forms
  const { warnings, ...known } = forms.value
  const log = await readSampleFile(usage)
  if (!log.ok) return log
  const salts = saltProblems(log.value, usage.salt, basename(usage.sample ?? ''))
  if (salts.length > 0) return refusals(salts)
  const roster = await readAssessed(log.value, usage)
  if (roster.refused) return refusals(roster.problems)
  const rules = { standards: standards.value, programme: CENSUS, ...known }
  const given = {
    answers: givenText(usage.answers),
    fieldwork: optionalText(usage.fieldwork),
    villages: optionalText(usage.villages),
    county: optionalText(usage.county),
    sample: log.value,
  }
  const counting = {
    rules,
    salt: keySalt(log.value, usage),
    isSampled: log.value !== null,
    sample: log.value,
  }
  const tell = begin(counting)
  const taken = await takeCensus(roster.households, given, {
    newStore: () => new MemoryStore('terminal', newReplica()),
    rules,
    tablesOf: censusTables,
    areaForms: AREA_FORMS,
    author: { person: 'terminal', at: new Date().toISOString() },
    ...(tell !== undefined && { tell }),
  })
  const before = [...warnings, ...roster.problems]
  return taken.ok
    ? success({
        ...taken.value,
        ...counting,
        standards: standards.value,
        problems: [...before, ...taken.value.problems],
      })
    : refusals([...before, ...taken.problems])
}
