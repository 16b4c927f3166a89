import { PROJECT } from '../../src/application/roster/adoptRoster'
import type { ChangeDraft } from '../../src/domain/changes/ChangeDraft'
import type { Json } from '../../src/domain/shared/Json'

/** Drafts of any change of the project, also of changes that no app would write. */
export function projectDraft(
  path: string,
  value: Json,
  author: Pick<ChangeDraft, 'person' | 'at' | 'reason'>,
): ChangeDraft {
  return { entity: 'project', entityId: PROJECT, path, value, ...author }
}
