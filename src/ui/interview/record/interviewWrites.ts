import { isFinished } from '../../../domain/instrument/Roles'
import type { Ref } from 'vue'
import type { Change } from '../../../domain/changes/Change'
import { elementOfPath, type ElementList } from '../../../domain/changes/elements'
import { success, type Result } from '../../../domain/shared/Result'
import { closeVisit, type VisitEnd } from '../../../application/interview/closeVisit'
import {
  addElement,
  beginInterview,
  hasNews,
  keepDraft,
  recordAnswers,
  removeElement,
  recordReading,
  reopenInterview,
  restoreElement,
  type Author,
  type NewAnswer,
} from '../../../application/interview/recordAnswers'
import { addNote, setNote } from '../../../application/interview/writeNotes'
import type { OpenProject } from '../../../application/project/openProject'
import type { ProjectStore } from '../../../application/store/ProjectStore'
import { useServices } from '../../app/services'
import type { OpenCorrection } from './interviewCorrection'
import { isOfStore } from '../../app/session/savedState'
import { useSession } from '../../app/session/session'

interface OpenInterview {
  readonly id: Readonly<Ref<string>>
  /** ISO instant. */
  readonly openedAt: Readonly<Ref<string>>
  readonly changes: Ref<readonly Change[]>
  /** Why a finished interview is being changed; null where none is. */
  readonly correction: Readonly<Ref<OpenCorrection | null>>
}

type Work = (store: ProjectStore, author: Author) => Promise<Result<readonly Change[]>>

/** Everything that is written of the open interview; changes come back once they are on disk, and only then are seen. */
export function interviewWrites({ id, openedAt, changes, correction }: OpenInterview) {
  const services = useServices()
  const session = useSession()

  let last: Promise<unknown> = Promise.resolve()
  /** Writes that wait for the one before them. */
  const waiting = new Set<() => void>()
  /** The correction that is recorded as begun. */
  let reopened: OpenCorrection | null = null
  /** What the store got as begun, whether or not that is on disk. */
  let told: { readonly id: string; readonly correction: OpenCorrection | null } | null = null
  let hurry: () => void = () => undefined
  const hurried = new Promise<Result<readonly Change[]>>((resolve) => (hurry = () => resolve(success([]))))

  /** One after the other, in the order of the asking: what was typed comes before what it became. */
  function write(work: Work, isNews: () => boolean = () => true): Promise<boolean> {
    const turn = new Promise<void>((resolve) => {
      const begin = (): void => {
        waiting.delete(begin)
        resolve()
      }
      waiting.add(begin)
      void last.then(begin)
    })
    const written = turn.then(() => !isNews() || writeNow(work))
    last = written.catch(() => undefined)
    return written
  }

  /** Waits no longer for what hangs: everything goes to the store now, which keeps it. */
  function startAll(): void {
    hurry()
    for (const begin of waiting) begin()
  }

  function writeNow(work: Work): Promise<boolean> {
    const project = session.open
    if (project === null) return Promise.resolve(false)
    return session.save(async () => {
      const begun = await Promise.race([begin(project), hurried])
      // What the disk did not take the store holds: what is recorded in it is given to be held too.
      if ((!begun.ok && !isOfStore(begun)) || session.open !== project) return begun
      const written = await work(project.store, authorOf(project.person))
      if (written.ok) changes.value = [...changes.value, ...written.value]
      return written
    })
  }

  /** What corrects a finished interview has the correction's reason, whatever it is. */
  function authorOf(person: string): Author {
    const reason = correction.value?.reason
    return { person, at: services.now(), ...(reason !== undefined && { reason }) }
  }

  /**
   * A visit begins with the first thing recorded in it, at the time when the form was opened: who only looks in leaves no trace. So
   * does a correction with the first thing changed.
   */
  async function begin({ store, person, rules }: OpenProject): Promise<Result<readonly Change[]>> {
    const now = correction.value
    const isFirst = changes.value.length === 0
    if (!isFirst && (now === null || now === reopened)) return success([])
    if (told?.id === id.value && told.correction === now) return success([])
    told = { id: id.value, correction: now }
    const author = { person, at: isFirst ? openedAt.value : services.now() }
    const begun = isFirst
      ? await beginInterview(store, id.value, rules.currentInstrument.data.version, author)
      : await reopenInterview(store, id.value, now?.reason ?? '', author)
    if (!begun.ok && !isOfStore(begun)) told = null
    if (!begun.ok) return begun
    changes.value = [...changes.value, ...begun.value]
    reopened = now
    return begun
  }

  /** A correction that is recorded as begun goes on. */
  function resume(correction: OpenCorrection): void {
    reopened = correction
  }

  /** Resolves when everything that was asked for was tried. */
  async function settled(): Promise<void> {
    await last
  }

  function record(answers: readonly NewAnswer[]): Promise<boolean> {
    return write(
      (store, author) => recordAnswers(store, id.value, answers, author),
      () => hasNews(changes.value, answers),
    )
  }

  function read(line: string, ledger: string): Promise<boolean> {
    return write((store, author) => recordReading(store, id.value, line, ledger, author))
  }

  /** The element made; null where it was not saved. */
  async function add(
    list: ElementList,
    label: string,
    answers: readonly NewAnswer[],
  ): Promise<string | null> {
    let made: string | null = null
    await write(async (store, author) => {
      const written = await addElement(store, id.value, list, label, answers, author)
      if (written.ok) made = elementOfPath(written.value[0]?.path ?? '')?.id ?? null
      return written
    })
    return made
  }

  function remove(list: ElementList, element: string): Promise<boolean> {
    return write((store, author) => removeElement(store, id.value, list, element, author))
  }

  function restore(list: ElementList, element: string, label: string): Promise<boolean> {
    return write((store, author) => restoreElement(store, id.value, list, element, label, author))
  }

  /** Path of the note made; null where it was not saved. */
  async function addNoteAt(about: string, text: string): Promise<string | null> {
    let made: string | null = null
    await write(async (store, author) => {
      const written = await addNote(store, id.value, about, text, author)
      if (written.ok) made = written.value[0]?.path ?? null
      return written
    })
    return made
  }

  function setNoteAt(path: string, text: string | null): Promise<boolean> {
    return write((store, author) => setNote(store, id.value, path, text, author))
  }

  /** Keeps what is being typed for a path. */
  function keepTyped(meant: string, text: string): Promise<boolean> {
    return write((store, author) => keepDraft(store, id.value, meant, text, author))
  }

  /** Ends the visit; a finished interview is packed, and nothing of it is lost by that. */
  async function close(end: VisitEnd): Promise<boolean> {
    const isClosed = await write((store, author) => closeVisit(store, id.value, end, author))
    if (isClosed && isFinished(end.outcome)) await session.open?.store.packInterview(id.value)
    return isClosed
  }

  return {
    record,
    read,
    add,
    remove,
    restore,
    addNote: addNoteAt,
    setNote: setNoteAt,
    keepTyped,
    close,
    settled,
    startAll,
    resume,
  }
}
