import { join } from 'node:path'
import { codeOf, type FileLayer } from '../../disk/files'
import { openToRead, type ReadableFile } from '../../disk/openToRead'
import type { UpdateChosen, UpdateInstalled, UpdateProgress, UpdateRefusal } from '../../ipc-contract'
import { oldestData } from '../openJournal'
import { backupJournals } from './backupJournals'
import { checkUpdate, type UpdateTarget } from './checkUpdate'
import { copyInstaller } from './copyInstaller'
import { startInstaller, type InstallerSystem } from './startInstaller'
import type { UpdateHead } from './updateFormat'

export interface UpdateParts {
  readonly files: FileLayer
  /** The user's data. */
  readonly profile: string
  /** The laptop and its app, without what lies in the profile. */
  readonly target: Omit<UpdateTarget, 'oldestData'>
  readonly system: InstallerSystem
  now(): Date
}

/** The update's side of the contract; which file is checked is said by its path. */
export interface UpdateKeeper {
  readonly backupFolder: string
  check(path: string): Promise<UpdateChosen>
  install(): Promise<UpdateInstalled>
  progress(): UpdateProgress | null
}

/** Checks update files and installs the one that was checked last; one call at a time. */
export function keepUpdates({ files, profile, target, system, now }: UpdateParts): UpdateKeeper {
  const journals = join(profile, 'journals')
  const backupFolder = join(profile, 'backups-before-update')
  let checked: { readonly path: string; readonly head: UpdateHead } | null = null
  let progress: UpdateProgress | null = null

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    if (progress !== null) throw new Error('an update is under way')
    progress = { stage: 'checking', done: 0, total: 0 }
    try {
      return await work()
    } finally {
      progress = null
    }
  }

  const tell = (stage: UpdateProgress['stage']) => (done: number, total: number) => {
    progress = { stage, done, total }
  }

  async function check(path: string): Promise<UpdateChosen> {
    checked = null
    const here: UpdateTarget = { ...target, oldestData: await oldestData(files, journals) }
    const found = await reading(path, (file) => checkUpdate(file, here, tell('checking')))
    if (found.kind === 'refused') return found
    checked = { path, head: found.head }
    const { version, builtAt, notes, installer } = found.head.manifest
    const offer = {
      from: target.version,
      version,
      builtAt,
      notes,
      size: installer.size,
      installer: installer.name,
    }
    return { kind: 'sound', offer }
  }

  async function install(): Promise<UpdateInstalled> {
    if (checked === null) throw new Error('no update was checked')
    const { path, head } = checked
    const { kind, size } = head.manifest.installer
    const moment = { version: target.version, at: now() }
    const backup = await backupJournals(files, journals, backupFolder, moment, tell('backup'))
    if (backup.kind === 'failed') return refused('update_backup_failed', { code: backup.code })
    let done = 0
    const onPart = (bytes: number) => tell('copying')((done += bytes), size)
    const copy = await reading(path, (file) =>
      copyInstaller(files, file, head, join(profile, 'updates'), onPart),
    )
    if (copy.kind === 'refused') return copy
    try {
      const how = await startInstaller(copy.path, kind, system)
      return {
        kind: 'done',
        how,
        path: copy.path,
        backup: backup.folder && join(backupFolder, backup.folder),
      }
    } catch (error) {
      return refused('update_not_started', { reason: error instanceof Error ? error.message : String(error) })
    }
  }

  return {
    backupFolder,
    check: (path) => alone(() => check(path)),
    install: () => alone(install),
    progress: () => progress,
  }
}

/** Work upon a file from a stick, which may be pulled at any time. */
async function reading<T>(path: string, work: (file: ReadableFile) => Promise<T>): Promise<T | Refused> {
  try {
    const file = await openToRead(path)
    return await work(file).finally(() => file.close().catch(() => undefined))
  } catch (error) {
    const code = codeOf(error)
    return code === 'EISDIR' ? refused('update_not_one', {}) : refused('update_unreadable', { code })
  }
}

interface Refused {
  readonly kind: 'refused'
  readonly refusal: UpdateRefusal
}

function refused(code: UpdateRefusal['code'], details: UpdateRefusal['details']): Refused {
  return { kind: 'refused', refusal: { code, details } }
}
