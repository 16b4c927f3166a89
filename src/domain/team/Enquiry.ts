import type { Change, ChangeId } from '../changes/Change'
import { foldChanges } from '../changes/foldChanges'
import type { DeviceId } from './Segment'

/** A question about a household that one device puts to another (the county's, as a rule), with what came back. */
export interface Enquiry {
  /** Of the change that put it. */
  readonly id: ChangeId
  readonly household: string
  readonly from: DeviceId
  readonly to: DeviceId
  /** Who the household is, in words: the person asked may not have its village's list. */
  readonly about: string
  readonly text: string
  readonly by: string
  readonly at: string
  /** Oldest first; several where people answered without seeing each other's. */
  readonly answers: readonly EnquiryAnswer[]
}

export interface EnquiryAnswer {
  readonly text: string
  readonly by: string
  readonly at: string
}

/** The value of a question's change. */
export type EnquiryWords = Pick<Enquiry, 'from' | 'to' | 'about' | 'text'>

const ENQUIRIES = 'enquiries/'
const ANSWER = '/answer'

/** Path of a household's question; `element` stands for the id of the change itself. */
export function enquiryPath(element: string): string {
  return ENQUIRIES + element
}

export function enquiryAnswerPath(id: string): string {
  return ENQUIRIES + id + ANSWER
}

/** Whether a path of a household is a question or its answer. */
export function isEnquiryPath(path: string): boolean {
  return path.startsWith(ENQUIRIES)
}

export function isEnquiryAnswerPath(path: string): boolean {
  return isEnquiryPath(path) && path.endsWith(ANSWER)
}

/** The questions about a household, oldest first. */
export function enquiriesIn(household: string, changes: readonly Change[]): readonly Enquiry[] {
  const own = changes.filter(({ entity, path }) => entity === 'household' && isEnquiryPath(path))
  const state = foldChanges(own)
  const found = own.flatMap((put) => {
    const words = enquiryWords(put.value)
    if (words === null || put.path !== enquiryPath(put.id)) return []
    const heads = state.get(enquiryAnswerPath(put.id))?.heads ?? []
    const answers = heads.flatMap(({ value, person, at }) =>
      typeof value === 'string' ? [{ text: value, by: person, at }] : [],
    )
    return [{ id: put.id, household, ...words, by: put.person, at: put.at, lamport: put.lamport, answers }]
  })
  found.sort((left, right) => left.lamport - right.lamport || (left.id < right.id ? -1 : 1))
  return found.map(({ lamport: _, ...each }) => each)
}

/** A question's value, checked; null where it has another shape. */
export function enquiryWords(value: unknown): EnquiryWords | null {
  const { from, to, about, text } = (value ?? {}) as Readonly<Record<string, unknown>>
  return typeof from === 'string' &&
    typeof to === 'string' &&
    typeof about === 'string' &&
    typeof text === 'string'
    ? { from, to, about, text }
    : null
}
