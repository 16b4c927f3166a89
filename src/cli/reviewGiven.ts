import { basename } from 'node:path'
import { newReplica } from '../adapters/crypto/newReplica'
import { MemoryStore } from '../adapters/memory/MemoryStore'
import { STANDARDS } from '../adapters/resources/standards'
import { ASSESSMENT } from '../application/programmes/assessment'
import { reviewAnswers, type GivenAnswers } from '../application/review/reviewAnswers'
import type { ProjectReview } from '../application/review/reviewAssessed'
import type { SampleLog } from '../application/sampling/SampleLog'
import type { ProjectStore } from '../application/store/ProjectStore'
import { saltProblems } from '../application/sampling/saltProblems'
import type { Problem } from '../domain/shared/Problem'
import { resolveStandards } from '../domain/standards/resolveStandards'
import type { StandardsInForce } from '../domain/standards/Standards'
import type { AssessUsage } from './assessUsage'
import { keySalt, readAssessed, readSampleFile } from './readAssessed'
import { readForms } from './readForms'
import { givenText, optionalText } from './readText'

/** The review of what a command was given; `reviewed` null where it is refused, with the problems. */
export interface GivenReview {
  readonly reviewed: ProjectReview | null
  readonly problems: readonly Problem[]
  /** Null where they were refused themselves. */
  readonly standards: StandardsInForce | null
  /** What keys were made with. */
  readonly salt: string
  /** What was given, as it was taken in. */
  readonly store: ProjectStore
  readonly sample: SampleLog | null
}

/** All files that such a command reads. */
export function assessedFiles(usage: AssessUsage): readonly string[] {
  const { totals, determinations, sample, fieldwork, additional } = usage
  const optional = [totals, determinations, sample, fieldwork, additional].filter((path) => path !== null)
  return [...usage.rosters, usage.answers, ...optional]
}

/** Reads lists and answers, judges the households over a store in memory, and reviews the county. */
export async function reviewGiven(usage: AssessUsage): Promise<GivenReview> {
  const resolved = resolveStandards(STANDARDS, usage)
  const store = new MemoryStore('terminal', newReplica())
  const refused = {
    reviewed: null,
    standards: resolved.ok ? resolved.value : null,
    salt: '',
    store,
    sample: null,
  }
  if (!resolved.ok) return { ...refused, problems: resolved.problems }
  const standards = resolved.value
  const forms = await readForms(usage.additional)
  if (!forms.ok) return { ...refused, problems: forms.problems }
  const { warnings, ...known } = forms.value
  const log = await readSampleFile(usage)
  if (!log.ok) return { ...refused, problems: log.problems }
  const salts = saltProblems(log.value, usage.salt, basename(usage.sample ?? ''))
  if (salts.length > 0) return { ...refused, problems: salts }
  const roster = await readAssessed(log.value, usage)
  if (roster.refused) return { ...refused, problems: roster.problems }

  const reviewed = await reviewAnswers(roster.households, givenBy(usage, log.value, roster.problems), {
    store,
    rules: { standards, programme: ASSESSMENT, ...known },
    instrumentVersion: known.currentInstrument.data.version,
    author: { person: TERMINAL_PERSON, at: new Date().toISOString() },
    language: usage.language,
  })
  const problems = [
    ...warnings,
    ...roster.problems,
    ...(reviewed.ok ? reviewed.value.problems : reviewed.problems),
  ]
  return {
    reviewed: reviewed.ok ? reviewed.value : null,
    problems,
    standards,
    salt: keySalt(log.value, usage),
    store,
    sample: log.value,
  }
}

/** Who an answers file's lines are by when they do not say. */
const TERMINAL_PERSON = 'terminal'

function givenBy(
  usage: AssessUsage,
  log: SampleLog | null,
  rosterProblems: readonly Problem[],
): GivenAnswers {
  return {
    answers: givenText(usage.answers),
    totals: optionalText(usage.totals),
    determinations: optionalText(usage.determinations),
    fieldwork: optionalText(usage.fieldwork),
    sample: log && { file: basename(usage.sample ?? ''), log },
    areVillagesDrawn: usage.areVillagesDrawn,
    reading: usage.reading,
    rosterProblems,
  }
}
