import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import { foldChanges } from '../../../domain/changes/foldChanges'
import { readRoll } from '../../../domain/team/Roll'
import { acceptedDraft } from './acceptedDraft'
import type { JudgedPackage, Judging, PackageVerdict } from '../packages/judgeOpened'
import type { TeamView } from '../packages/TeamView'

/** What of packages is taken all the same, each with the lead's reason; null: it is set aside. */
export interface MergeAccepted {
  /** Of devices that were taken off the roll. */
  readonly removed: string | null
  /** Of households that are others'. */
  readonly others: string | null
  /** Of areas that are closed. */
  readonly closed: string | null
}

/** What is set aside, and accepted when the lead gives a reason. */
const REMOVED_CODES: ReadonlySet<string> = new Set([
  'device_removed',
  'segments_of_removed',
  'package_spare_of_another',
])

const NO_FILE: ReadonlySet<string> = new Set()

/** Nothing of what is set aside is taken. */
export const NOTHING_ACCEPTED: Omit<Judging, 'port'> = {
  acceptRemoved: NO_FILE,
  acceptOthers: NO_FILE,
  acceptClosed: NO_FILE,
}

/** The same with what the lead takes of this file all the same. */
export function acceptedOf(file: string, { removed, others, closed }: MergeAccepted): Omit<Judging, 'port'> {
  return {
    acceptRemoved: removed === null ? NO_FILE : new Set([file]),
    acceptOthers: others === null ? NO_FILE : new Set([file]),
    acceptClosed: closed === null ? NO_FILE : new Set([file]),
  }
}

/** The lead's reason to take what of a package is set aside; null where nothing is, or no reason was given for it. */
export function reasonToTake(
  { verdict, others, closed }: JudgedPackage,
  accepted: MergeAccepted,
): string | null {
  if (verdict.problems.some(({ code }) => REMOVED_CODES.has(code)) && accepted.removed !== null)
    return accepted.removed
  if (others.length > 0 && accepted.others !== null) return accepted.others
  return closed.length > 0 ? accepted.closed : null
}

/** The lead's record of accepting it: `hash` is that of the package's bytes. */
export function acceptance(
  hash: string,
  { sender }: PackageVerdict,
  reason: string,
  { lead, leadChanges }: TeamView,
  at: string,
): ChangeDraft {
  const entry = { package: hash, sender: sender?.join('、') ?? '', reason }
  const person = readRoll(foldChanges(leadChanges)).get(lead)?.names[0] ?? ''
  const draft = acceptedDraft(entry, { person, at })
  if (!draft.ok) throw new Error('a reason of spaces is wrong usage')
  return draft.value
}
