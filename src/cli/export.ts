import { basename } from 'node:path'
import type { FolderStore } from '../adapters/folder/FolderStore'
import { rulesOf } from '../adapters/resources/rulesOf'
import { assessFiles } from '../application/review/assessFiles'
import { fieldworkLeftOut, reviewProject } from '../application/review/reviewProject'
import { projectSampleOf } from '../application/sampling/projectSample'
import type { Language } from '../application/texts/Texts'
import { success, type Result } from '../domain/shared/Result'
import { assessWords } from './assessWords'
import { exportDataCommand } from './exportData'
import { asksForData, EXPORT_DATA_USAGE } from './exportDataUsage'
import { exportLakeCommand } from './exportLake'
import { asksForLake, EXPORT_LAKE_USAGE } from './exportLakeUsage'
import { EXPORT_USAGE, parseExportUsage, type ExportUsage } from './exportUsage'
import { tellingFileTrouble } from './fileProblem'
import { FULL_IDS_INCOMPLETE } from './fullIdsWords'
import { outputProblems } from './outputProblems'
import { warn } from './print'
import { listsPath, printReview, refuseReview, reviewFiles } from './reviewOutput'
import { withProjectFolder } from './withProjectFolder'
import { writeWhole } from './writeWhole'

/** `yihu export`. Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong usage. */
export async function exportCommand(args: readonly string[]): Promise<number> {
  if (asksForLake(args)) return exportLakeCommand(args)
  if (asksForData(args)) return exportDataCommand(args)
  const usage = parseExportUsage(args)
  if (usage === null || usage === 'full_ids') {
    const words = `${EXPORT_USAGE}\n\n${EXPORT_DATA_USAGE}\n\n${EXPORT_LAKE_USAGE}`
    warn(usage === null ? words : `${FULL_IDS_INCOMPLETE}\n\n${words}`)
    return 2
  }
  return tellingFileTrouble(
    () => exportAll(usage),
    (problems) => refuseReview(problems, null, usage),
  )
}

const SAME_AGAIN: Readonly<Record<Language, string>> = {
  'zh-CN': '用写出的文件和原来的名单再算一遍，结果相同（另加 --roster 和各文件）：',
  en: 'With the files and the lists the same again (add --roster and the files):',
}

async function exportAll(usage: ExportUsage): Promise<number> {
  const writes = [usage.out, usage.out && listsPath(usage.out), ...Object.values(usage.files)]
  const clashes = await outputProblems({ readsFolder: usage.from, writes })
  if (clashes.length > 0) return refuseReview(clashes, null, usage)
  const exported = await withProjectFolder(usage.from, (store) => exportFolder(store, usage))
  if (exported === 'no_project') {
    warn(`${EXPORT_USAGE}\n\nno folder of merged packages: ${usage.from}`)
    return 2
  }
  return exported.ok ? 0 : refuseReview(exported.problems, null, usage)
}

async function exportFolder(store: FolderStore, usage: ExportUsage): Promise<Result<null>> {
  const reviewed = await reviewProject(store, usage.from, rulesOf, usage.language)
  if (!reviewed.ok) return reviewed
  const { settings, fieldwork } = reviewed.value
  const material = {
    ...reviewed.value,
    store,
    forms: reviewed.value.rules,
    drawn: await projectSampleOf(store),
    salt: settings.salt,
  }
  const files = assessFiles(usage.files, material)
  if (!files.ok) return files
  const outputs = [...reviewFiles(reviewed.value, settings.salt, usage), ...files.value]
  const written = await writeWhole(outputs)
  if (!written.ok) return written
  const { answers } = usage.files
  const isLeftOut = answers !== null && usage.files.fieldwork === null
  const leftOut = isLeftOut ? fieldworkLeftOut(fieldwork, basename(answers)) : []
  const problems = [...reviewed.value.problems, ...leftOut]
  printReview(reviewed.value, problems, outputs, usage)
  // On stderr: the document stays the one of yihu assess.
  if (answers !== null) {
    const words = assessWords(settings, reviewed.value.review.inputs.county)
    warn(`${SAME_AGAIN[usage.language]}\nyihu assess ${words.join(' ')}`)
  }
  return success(null)
}
