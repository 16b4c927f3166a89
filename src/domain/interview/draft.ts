import { byAge } from '../changes/foldChanges'
import type { Change } from '../changes/Change'
import { elementOfPath } from '../changes/elements'
import type { Roles } from '../instrument/Roles'
import type { Json } from '../shared/Json'
import { pathOfAnswer } from './answerPath'
import { DRAFT, isDraft } from './bookkeeping'

/**
 * Texts that were being typed and are not ended, by the path they are meant for: an answer's, a reply's, a reason's. Read
 * from the changes alone: a later change at the place makes a draft void, so that nobody has to remove it.
 */
export function draftsIn(changes: readonly Change[], roles: Roles): ReadonlyMap<string, string> {
  const drafts = new Map<string, string>()
  for (const change of changes.toSorted(byAge)) {
    const draft = draftOf(change)
    if (draft === null) drafts.delete(typedAt(change.path, roles))
    else if (draft.text === '') drafts.delete(draft.meant)
    else drafts.set(draft.meant, draft.text)
  }
  return drafts
}

/** The path of the text that was being typed when the app ended: no change came after it. */
export function lastTyped(changes: readonly Change[]): string | null {
  if (changes.length === 0) return null
  const draft = draftOf(changes.reduce((latest, each) => (byAge(latest, each) < 0 ? each : latest)))
  return draft === null || draft.text === '' ? null : draft.meant
}

interface Draft {
  readonly meant: string
  readonly text: string
}

/** Null for what is no draft. */
function draftOf({ path, value }: Change): Draft | null {
  if (!isDraft(path)) return null
  if (!path.startsWith(DRAFT)) return draftOfOldForm(value)
  return { meant: path.slice(DRAFT.length), text: typeof value === 'string' ? value : '' }
}

/** As the only draft of an interview was kept: the question, its place and the text in one value. */
function draftOfOldForm(value: Json): Draft | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const { question, member, line, text } = value as Readonly<Record<string, Json>>
  if (typeof question !== 'string' || typeof text !== 'string') return null
  const place = {
    question,
    ...(typeof member === 'string' && { member }),
    ...(typeof line === 'string' && { line }),
  }
  return { meant: pathOfAnswer(place), text }
}

/** The path that a text written at `path` is meant for: an amount is typed at one place, whether it becomes one answer or two. */
export function typedAt(path: string, { ledger }: Roles): string {
  const element = elementOfPath(path)
  if (ledger === undefined || element?.list !== 'lines') return path
  if (![ledger.amount, ledger.quantity, ledger.unitPrice].includes(element.rest)) return path
  return pathOfAnswer({ question: ledger.amount, line: element.id })
}
