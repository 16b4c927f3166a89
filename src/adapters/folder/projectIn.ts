import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { damaged, parseStored } from '../files/FileTrouble'
import {
  makeFolder,
  listFolder,
  readIfThere,
  removeIfPossible,
  removeParts,
  writeDurably,
} from './folderFiles'
import { isProjectFile } from './isProjectFile'

const FILE = 'project.json'
const PARTS = ['packs', 'rosters', 'attachments', 'records'] as const

/** The id of the project in a folder; undefined where there is none. Throws `FileTrouble`. */
export async function projectIn(folder: string): Promise<string | undefined> {
  const path = join(folder, FILE)
  const bytes = await readIfThere(path)
  if (bytes === undefined) return undefined
  const found = parseStored(path, bytes.toString('utf8'))
  if (typeof found !== 'object' || found === null || !('projectId' in found)) throw damaged(path)
  return String(found.projectId)
}

/** Whether the project is there, or can be begun. Refused: `folder_other_project`, `folder_not_empty`. */
export async function checkProject(folder: string, projectId: string): Promise<Result<'there' | 'none'>> {
  const known = await projectIn(folder)
  if (known === projectId) return success('there')
  if (known !== undefined) return refusal('folder_other_project', folder)
  const others = (await listFolder(folder)).filter((name) => !LOCK.test(name))
  return others.length > 0 ? refusal('folder_not_empty', folder) : success('none')
}

/** Begins a project in an empty folder. */
export async function beginProject(folder: string, projectId: string): Promise<void> {
  await writeDurably(join(folder, FILE), `${JSON.stringify({ yihuFolder: 1, projectId })}\n`)
}

/** Makes the missing folders of a project, and removes unfinished files of killed processes. */
export async function clearProject(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (OWN_PART.test(name) && isProjectFile(name.replace(OWN_PART, '')))
      await removeIfPossible(join(folder, name))
  for (const part of PARTS) {
    await makeFolder(join(folder, part))
    await removeParts(join(folder, part))
  }
}

/** The lock, and the files of a process that ended while taking it. */
const LOCK = /^lock(\.|$)/
/** As `writeDurably` names unfinished files. */
const OWN_PART = /\.\d+\.part$/
