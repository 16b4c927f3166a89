import type { Evidence } from '../shared/Evidence'

/** Strokes of a signature: x and y in turn, in hundredths of the pad's height. */
export type Strokes = readonly (readonly number[])[]

/** What an answer holds, by question type: choice name, number, text or ISO date, choice or member names, strokes. */
export type AnswerValue = string | number | readonly string[] | Strokes

export interface Answer {
  readonly value: AnswerValue
  readonly evidence: Evidence
  /** Hashes of what it was given for, a ledger or a conclusion, where it names it: of each person who gave it. */
  readonly givenFor?: readonly string[]
  /** What was answered before it, where it was given for a ledger and names none (`agreedLedger.ts`). */
  readonly heard?: InterviewAnswers
}

/** Answers to one instance of a scope, by question name. */
export type InstanceAnswers = ReadonlyMap<string, Answer>

/** Everything answered in one interview, relevant or not: the form decides later what applies. */
export interface InterviewAnswers {
  readonly household: InstanceAnswers
  /** By member id of the roster, or id of the change that added the member. */
  readonly members: ReadonlyMap<string, InstanceAnswers>
  /** By ledger line, in the order in which they were added. */
  readonly lines: ReadonlyMap<string, InstanceAnswers>
  /** Members that the interview added, by the id of the change that did it. */
  readonly addedMembers: readonly string[]
  /** What people call an added member or line (`new-1`, `1`), by its id. */
  readonly labels: ReadonlyMap<string, string>
  /** The ledgers, by their hash, in which a line was read to the household; by line. */
  readonly readings: ReadonlyMap<string, ReadonlySet<string>>
}

/** One question in one place: which member or line, where it repeats. */
export interface QuestionRef {
  readonly question: string
  readonly member?: string
  readonly line?: string
}

export function isSameQuestion(left: QuestionRef, right: QuestionRef): boolean {
  return left.question === right.question && left.member === right.member && left.line === right.line
}

/** Whether these answers hold one to the question. */
export function isAnsweredIn(answers: InterviewAnswers, { question, member, line }: QuestionRef): boolean {
  const instance =
    member !== undefined
      ? answers.members.get(member)
      : line !== undefined
        ? answers.lines.get(line)
        : answers.household
  return instance?.has(question) === true
}

export const NO_ANSWERS: InterviewAnswers = {
  household: new Map(),
  members: new Map(),
  lines: new Map(),
  addedMembers: [],
  labels: new Map(),
  readings: new Map(),
}
