import { canonicalText } from '../changes/canonicalText'
import type { Answer, AnswerValue, InstanceAnswers, InterviewAnswers } from './Answers'

/** Answers that a household gives to the ledger it heard: they hold for that ledger and no other. */
export const BOUND_TO_LEDGER: readonly string[] = ['ledger_agreement', 'signature']

/**
 * The ledger as it is read aloud, as one text: kind, item, amount, state and one-off of each line in any order, and who is
 * reckoned among those who share the income, as far as answers say so. Ids of lines are no part of it.
 */
export function ledgerText({ lines, members, addedMembers }: InterviewAnswers): string {
  const shown = [...lines.values()].map((line) =>
    canonicalText([
      textOf(line, 'income_kind'),
      textOf(line, 'income_item'),
      yuanOf(line),
      textOf(line, 'income_state'),
      textOf(line, 'one_off'),
    ]),
  )
  const added = addedMembers.filter((id) => sharesIncome(members.get(id))).toSorted()
  const left = [...members]
    .filter(([id, answers]) => !addedMembers.includes(id) && !sharesIncome(answers))
    .map(([id]) => id)
  return canonicalText([shown.toSorted(), added, left.toSorted()])
}

/** Whether an answer was given for another ledger than the one that stands now. */
export function isOfAnotherLedger(answer: Answer | undefined, answers: InterviewAnswers): boolean {
  return answer?.heard !== undefined && ledgerText(answer.heard) !== ledgerText(answers)
}

function sharesIncome(member: InstanceAnswers | undefined): boolean {
  const status = member?.get('member_status')?.value
  return status !== 'left' && status !== 'died' && member?.get('counts_in_economy')?.value !== 'no'
}

function yuanOf(line: InstanceAnswers): number | null {
  const amount = numberOf(line.get('amount_yuan')?.value)
  if (amount !== null) return amount
  const quantity = numberOf(line.get('quantity')?.value)
  const price = numberOf(line.get('unit_price')?.value)
  return quantity === null || price === null ? null : quantity * price
}

function numberOf(value: AnswerValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}

function textOf(line: InstanceAnswers, question: string): string | null {
  const value = line.get(question)?.value
  return typeof value === 'string' ? value : null
}
