import type { Ref } from 'vue'
import type { Change } from '../../domain/changes/Change'
import { elementOfPath, type ElementList } from '../../domain/changes/elements'
import { success, type Result } from '../../domain/shared/Result'
import { closeVisit, type VisitEnd } from '../../application/interview/closeVisit'
import {
  addElement,
  beginInterview,
  keepDraft,
  recordAnswers,
  removeElement,
  restoreElement,
  type NewAnswer,
} from '../../application/interview/recordAnswers'
import type { Author } from '../../application/households/addFoundHousehold'
import type { ProjectStore } from '../../application/store/ProjectStore'
import { useServices } from '../services'
import { useSession } from './session'

interface OpenInterview {
  readonly id: Readonly<Ref<string>>
  /** ISO instant. */
  readonly openedAt: Readonly<Ref<string>>
  readonly changes: Ref<readonly Change[]>
}

type Work = (store: ProjectStore, author: Author) => Promise<Result<readonly Change[]>>

/** Everything that is written of the open interview; changes come back once they are on disk, and only then are seen. */
export function interviewWrites({ id, openedAt, changes }: OpenInterview) {
  const services = useServices()
  const session = useSession()

  let last: Promise<unknown> = Promise.resolve()

  /** One after the other, in the order of the asking: what was typed comes before what it became. */
  function write(work: Work): Promise<boolean> {
    const written = last.then(() => writeNow(work))
    last = written.catch(() => undefined)
    return written
  }

  function writeNow(work: Work): Promise<boolean> {
    const project = session.open
    if (project === null) return Promise.resolve(false)
    return session.save(async () => {
      const begun = await begin(project.store, project.person)
      if (!begun.ok) return begun
      const written = await work(project.store, { person: project.person, at: services.now() })
      if (written.ok) changes.value = [...changes.value, ...written.value]
      return written
    })
  }

  /** A visit begins with the first thing said in it, at the time when the form was opened: who only looks in leaves no trace. */
  async function begin(store: ProjectStore, person: string): Promise<Result<readonly Change[]>> {
    if (changes.value.length > 0) return success([])
    const author = { person, at: openedAt.value }
    const begun = await beginInterview(store, id.value, services.instrumentVersion, author)
    if (begun.ok) changes.value = [...changes.value, ...begun.value]
    return begun
  }

  function record(answers: readonly NewAnswer[]): Promise<boolean> {
    return write((store, author) => recordAnswers(store, id.value, answers, author))
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

  /** Keeps what is being typed for a path. */
  function keepTyped(meant: string, text: string): Promise<boolean> {
    return write((store, author) => keepDraft(store, id.value, meant, text, author))
  }

  /** Ends the visit; a finished interview is packed, and nothing of it is lost by that. */
  async function close(end: VisitEnd): Promise<boolean> {
    const isClosed = await write((store, author) => closeVisit(store, id.value, end, author))
    if (isClosed && end.outcome === 'completed') await session.open?.store.packInterview(id.value)
    return isClosed
  }

  return { record, add, remove, restore, keepTyped, close }
}
