import type { AnswerValue } from '../interview/Answers'
import type { RosterHousehold } from '../roster/Roster'
import type { Evidence } from '../shared/Evidence'
import type { PracticeAnswer } from './PracticeHousehold'

/** An interview in the making: the scenarios change its answers and its household before it is written down. */
export class InterviewDraft {
  readonly #answers = new Map<string, PracticeAnswer>()
  readonly #corrections: PracticeAnswer[] = []

  constructor(public household: RosterHousehold) {}

  change(fields: Partial<RosterHousehold>): void {
    this.household = { ...this.household, ...fields }
  }

  answer(question: string, value: AnswerValue, evidence?: Evidence): void {
    this.#put({ member: null, line: null, question, value, ...(evidence && { evidence }) })
  }

  ofMember(member: string, question: string, value: AnswerValue, evidence?: Evidence): void {
    this.#put({ member, line: null, question, value, ...(evidence && { evidence }) })
  }

  ofLine(line: string, answers: Readonly<Record<string, AnswerValue>>): void {
    for (const [question, value] of Object.entries(answers))
      this.#put({ member: null, line, question, value })
  }

  /** Answers the question once more: what stood there becomes the old value of a correction. */
  correct(question: string, first: AnswerValue): void {
    this.#corrections.push({ member: null, line: null, question, value: first })
  }

  skip(question: string): void {
    this.#answers.delete(keyOf({ member: null, line: null, question }))
  }

  /** Nothing but the outcome: nobody answered. */
  clear(): void {
    this.#answers.clear()
  }

  dropLines(): void {
    for (const [key, { line }] of this.#answers) if (line !== null) this.#answers.delete(key)
  }

  answers(): readonly PracticeAnswer[] {
    return [...this.#corrections, ...this.#answers.values()]
  }

  #put(answer: PracticeAnswer): void {
    this.#answers.set(keyOf(answer), answer)
  }
}

function keyOf({ member, line, question }: Pick<PracticeAnswer, 'member' | 'line' | 'question'>): string {
  return `${member ?? ''}/${line ?? ''}/${question}`
}
