import { success, type Result } from '../../../domain/shared/Result'
import type { ProjectStore } from '../../store/ProjectStore'
import type { OpenedPackage } from '../TeamPort'

/** Rosters and pictures: nothing shows them without the changes that name them. */
export async function keepDocuments(
  store: ProjectStore,
  opened: Pick<OpenedPackage, 'rosters' | 'attachments'>,
): Promise<Result<null>> {
  for (const part of opened.rosters) {
    const kept = await store.putRosterPart(part)
    if (!kept.ok) return kept
  }
  for (const bytes of opened.attachments.values()) {
    const kept = await store.putAttachment(bytes)
    if (!kept.ok) return kept
  }
  return success(null)
}

/** The signatures, by which the changes can be passed on. */
export async function keepSegments(
  store: ProjectStore,
  { segments }: Pick<OpenedPackage, 'segments'>,
): Promise<Result<null>> {
  for (const { segment } of segments) {
    const kept = await store.keepRecord('segments', JSON.stringify(segment))
    if (!kept.ok) return kept
  }
  return success(null)
}
