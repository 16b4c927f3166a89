import { ASSESS_USAGE, parseAssessUsage, type AssessUsage } from './assessUsage'
import { tellingFileTrouble } from './fileProblem'
import { missingFiles, tellMissing } from './missingFiles'
import { FULL_IDS_INCOMPLETE } from './fullIdsWords'
import { outputProblems } from './outputProblems'
import { warn } from './print'
import { assessedFiles, reviewGiven } from './reviewGiven'
import { listsPath, printReview, refuseReview, reviewFiles } from './reviewOutput'
import { writeWhole } from './writeWhole'

/**
 * `yihu assess`: judges the households of rosters by an answers file, over a store in memory.
 * Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong usage.
 */
export async function assessCommand(args: readonly string[]): Promise<number> {
  const usage = parseAssessUsage(args)
  if (usage === null || usage === 'full_ids') {
    warn(usage === null ? ASSESS_USAGE : `${FULL_IDS_INCOMPLETE}\n\n${ASSESS_USAGE}`)
    return 2
  }
  const reads = assessedFiles(usage)
  const missing = await missingFiles(reads)
  if (missing.length > 0) return tellMissing(missing, usage.language)
  return tellingFileTrouble(
    () => assess(usage, reads),
    (problems) => refuseReview(problems, null, usage),
  )
}

async function assess(usage: AssessUsage, reads: readonly string[]): Promise<number> {
  const clashes = await outputProblems({ reads, writes: [usage.out, usage.out && listsPath(usage.out)] })
  if (clashes.length > 0) return refuseReview(clashes, null, usage)
  const { reviewed, problems, standards, salt } = await reviewGiven(usage)
  if (reviewed === null) return refuseReview(problems, standards, usage)
  const files = reviewFiles(reviewed, salt, usage)
  const written = await writeWhole(files)
  if (!written.ok) return refuseReview([...problems, ...written.problems], standards, usage)
  printReview(reviewed, problems, files, usage)
  return 0
}
