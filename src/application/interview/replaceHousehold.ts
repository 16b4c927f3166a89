import type { Change } from '../../domain/changes/Change'
import type { Result } from '../../domain/shared/Result'
import type { ProjectStore } from '../store/ProjectStore'
import type { Author } from './recordAnswers'

/** Puts another household in the place of one that could not be interviewed, linked both ways, with the reason. */
export function replaceHousehold(
  store: ProjectStore,
  replaced: string,
  replacement: string,
  reason: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  return store.write([
    { entity: 'household', entityId: replaced, path: 'replaced_by', value: replacement, reason, ...author },
    { entity: 'household', entityId: replacement, path: 'replaces', value: replaced, reason, ...author },
  ])
}
