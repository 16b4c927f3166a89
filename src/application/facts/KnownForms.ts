import type { ElementList } from '../../domain/changes/elements'

/** The forms that this app knows, in all their versions. */
export interface KnownForms {
  isVersion(version: string): boolean
  /** Whether some version asks this of the elements of a list, or (null) of the household. */
  isQuestion(name: string, list: ElementList | null): boolean
}
