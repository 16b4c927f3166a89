import type { ProjectStore, RecordList, RosterPart } from '../../application/store/ProjectStore'
import type { Change } from '../../domain/changes/Change'
import { groupBy } from '../../domain/shared/groupBy'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { Vault } from '../crypto/Vault'
import { attachmentOf } from './AttachmentBlocks'
import type { BackupFile } from './backupFile'
import { ChangeRows } from './ChangeRows'
import { recordsOf } from './RecordBlocks'
import { rosterOf } from './RosterBlocks'

/** What a backup holds, opened by its project's key. */
export interface BackupContent {
  readonly changes: readonly Change[]
  readonly rosters: readonly RosterPart[]
  readonly attachments: readonly Uint8Array[]
  readonly records: readonly { readonly list: RecordList; readonly text: string }[]
}

/** Whether it was made by one of these keys, with nothing added or taken out. */
export function isVouchedFor({ body, seal }: BackupFile, vault: Vault): boolean {
  return vault.vouchedFor(body, seal)
}

/** Opens all of a backup before anything of it is used. Refused as `backup_damaged` if the key does not vouch for it. */
export function readBackup(file: BackupFile, vault: Vault): Result<BackupContent> {
  if (!isVouchedFor(file, vault)) return refusal('backup_damaged')
  const rows = new ChangeRows(vault)
  const changes = new Map<string, Change>()
  const blocks: { readonly document: string; readonly block: string; readonly sealed: Uint8Array }[] = []
  for (const frame of file.frames)
    if (frame.kind === 'changes') for (const change of rows.open(frame)) changes.set(change.id, change)
    else if (frame.kind === 'block') blocks.push(frame)
  const rosters = [...groupBy(blocks, ({ document }) => document).values()].flatMap(
    (ofDocument) => rosterOf(ofDocument, vault) ?? [],
  )
  const attachments = blocks.flatMap((block) => attachmentOf(block, vault) ?? [])
  return success({ changes: [...changes.values()], rosters, attachments, records: recordsOf(blocks, vault) })
}

/** Brings a backup's content into an open project: the union, by the way that everything from elsewhere comes in. */
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
