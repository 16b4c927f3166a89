import { basename } from 'node:path'
import { newReplica } from '../adapters/crypto/newReplica'
import { MemoryStore } from '../adapters/memory/MemoryStore'
import { CURRENT_INSTRUMENT, KNOWN_FORMS } from '../adapters/resources/instruments'
import { STANDARDS } from '../adapters/resources/standards'
import { ASSESSMENT } from '../application/programmes/assessment'
import { reviewAnswers, type GivenAnswers } from '../application/review/reviewAnswers'
import type { SampleLog } from '../application/sampling/SampleLog'
import { saltProblems } from '../application/sampling/saltProblems'
import type { Problem } from '../domain/shared/Problem'
import { resolveStandards } from '../domain/standards/resolveStandards'
import { ASSESS_USAGE, parseAssessUsage, type AssessUsage } from './assessUsage'
import { tellingFileTrouble } from './fileProblem'
import { missingFiles, tellMissing } from './missingFiles'
import { outputProblems } from './outputProblems'
import { warn } from './print'
import { readAssessed, readSampleFile } from './readAssessed'
import { TERMINAL_SALT } from './roster'
import { givenText, optionalText } from './readText'
import { printReview, refuseReview, reviewFiles } from './reviewOutput'
import { writeWhole } from './writeWhole'

/**
 * `yihu assess`: judges the households of rosters by an answers file, over a store in memory.
 * Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong usage.
 */
export async function assessCommand(args: readonly string[]): Promise<number> {
  const usage = parseAssessUsage(args)
  if (usage === null) {
    warn(ASSESS_USAGE)
    return 2
  }
  const { totals, determinations: decided, sample, fieldwork } = usage
  const optional = [totals, decided, sample, fieldwork].filter((path) => path !== null)
  const reads = [...usage.rosters, usage.answers, ...optional]
  const missing = await missingFiles(reads)
  if (missing.length > 0) return tellMissing(missing, usage.language)
  return tellingFileTrouble(
    () => assess(usage, reads),
    (problems) => refuseReview(problems, null, usage),
  )
}

async function assess(usage: AssessUsage, reads: readonly string[]): Promise<number> {
  const clashes = await outputProblems({ reads, writes: [usage.out] })
  if (clashes.length > 0) return refuseReview(clashes, null, usage)
  const resolved = resolveStandards(STANDARDS, usage)
  if (!resolved.ok) return refuseReview(resolved.problems, null, usage)
  const standards = resolved.value
  const log = await readSampleFile(usage)
  if (!log.ok) return refuseReview(log.problems, standards, usage)
  const salts = saltProblems(log.value, usage.salt, basename(usage.sample ?? ''))
  if (salts.length > 0) return refuseReview(salts, standards, usage)
  const roster = await readAssessed(log.value, usage)
  if (roster.refused) return refuseReview(roster.problems, standards, usage)

  const reviewed = await reviewAnswers(roster.households, givenBy(usage, log.value, roster.problems), {
    store: new MemoryStore('terminal', newReplica()),
    rules: { standards, programme: ASSESSMENT, ...KNOWN_FORMS },
    instrumentVersion: CURRENT_INSTRUMENT,
    author: { person: TERMINAL_PERSON, at: new Date().toISOString() },
    language: usage.language,
  })
  const problems = [...roster.problems, ...(reviewed.ok ? reviewed.value.problems : reviewed.problems)]
  if (!reviewed.ok) return refuseReview(problems, standards, usage)
  const files = reviewFiles(reviewed.value, usage.salt ?? log.value?.frame.salt ?? TERMINAL_SALT, usage)
  const written = await writeWhole(files)
  if (!written.ok) return refuseReview([...problems, ...written.problems], standards, usage)
  printReview(reviewed.value, problems, files, usage)
  return 0
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
