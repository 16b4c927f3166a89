import { deviceOf } from '../../application/team/roll/deviceOf'
import { rolledBack } from '../../application/team/packages/rolledBack'
import type { ProjectStore, RecordList, RosterPart } from '../../application/store/ProjectStore'
import type { Change } from '../../domain/changes/Change'
import { groupBy } from '../../domain/shared/groupBy'
import type { Problem } from '../../domain/shared/Problem'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { isReplicaOf } from '../crypto/deviceKeys'
import { type Vault } from '../crypto/Vault'
import { attachmentOf } from './AttachmentBlocks'
import { ATTACHMENT } from './Seals'
import type { BackupFile } from './backupFile'
import { ChangeRows } from './ChangeRows'
import { isSoundBlock } from './isSoundBlock'
import { recordsOf } from './RecordBlocks'
import { rosterOf } from './RosterBlocks'

/** The content of a backup, opened by its project's key. */
export interface BackupContent {
  readonly changes: readonly Change[]
  readonly rosters: readonly RosterPart[]
  readonly attachments: readonly Uint8Array[]
  readonly records: readonly { readonly list: RecordList; readonly text: string }[]
  /** How many of its parts do not open: they were damaged where it was made. */
  readonly unreadable: number
}

/** Whether it was made by one of these keys, and nothing was added or removed. */
export function isVouchedFor({ body, seal }: BackupFile, vault: Vault): boolean {
  return vault.vouchedFor(body, seal)
}

/** Opens all of a backup before anything of it is used. Refused: `backup_damaged`, if its seal is invalid. */
export function readBackup(file: BackupFile, vault: Vault): Result<BackupContent> {
  if (!isVouchedFor(file, vault)) return refusal('backup_damaged')
  const rows = new ChangeRows(vault)
  const changes = new Map<string, Change>()
  const blocks: { readonly document: string; readonly block: string; readonly sealed: Uint8Array }[] = []
  let unreadable = 0
  for (const frame of file.frames) {
    const opened = frame.kind === 'changes' ? rows.open(frame)?.changes : undefined
    for (const change of opened ?? []) changes.set(change.id, change)
    if (frame.kind === 'block' && isSoundBlock(frame, vault)) blocks.push(frame)
    else if (opened === undefined) unreadable += 1
  }
  const rosters = [...groupBy(blocks, ({ document }) => document).values()].flatMap(
    (ofDocument) => rosterOf(ofDocument, vault) ?? [],
  )
  const ofAttachments = blocks.filter(({ block }) => block === ATTACHMENT)
  const attachments = ofAttachments.flatMap((block) => attachmentOf(block, vault) ?? [])
  unreadable += ofAttachments.length - attachments.length
  const records = recordsOf(blocks, vault)
  return success({ changes: [...changes.values()], rosters, attachments, records, unreadable })
}

/** Merges a backup's content into an open project, as anything that is imported; returns the number of new changes. */
export async function restoreInto(store: ProjectStore, content: BackupContent): Promise<Result<number>> {
  for (const roster of content.rosters) {
    const kept = await store.putRosterPart(roster)
    if (!kept.ok) return kept
  }
  for (const bytes of content.attachments) {
    const kept = await store.putAttachment(bytes)
    if (!kept.ok) return kept
  }
  for (const { list, text } of content.records) {
    const kept = await store.keepRecord(list, text)
    if (!kept.ok) return kept
  }
  const accepted = await store.accept(content.changes)
  return accepted.ok ? success(accepted.value.added.length) : accepted
}

/** The problems of a backup: parts that do not open, and changes that this device wrote and lost because its profile was reset. */
export async function problemsOfBackup(
  store: ProjectStore,
  { changes, unreadable }: BackupContent,
): Promise<readonly Problem[]> {
  const device = (await deviceOf(store))?.device
  const lost = device && rolledBack(changes, store.knownChanges(), device, isReplicaOf)
  const details = { count: unreadable }
  const damaged: Problem = {
    code: 'backup_parts_unreadable',
    severity: 'warning',
    place: {},
    value: null,
    details,
  }
  return [...(unreadable === 0 ? [] : [damaged]), ...(lost ? [lost] : [])]
}
