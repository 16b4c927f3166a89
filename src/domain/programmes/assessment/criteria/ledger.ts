import { answerTo, choiceOf } from '../../../interview/Interview'
import type { Instance, Interview } from '../../../interview/Interview'
import { kindsOf, type Evidence } from '../../../shared/Evidence'
import type { QuestionRef } from '../../../interview/Answers'
import { refTo } from '../../../interview/unansweredQuestions'

/** One ledger line as the sums read it. */
export interface LedgerLine {
  readonly id: string
  readonly kind: string | undefined
  readonly item: string | undefined
  readonly state: string | undefined
  /** Undefined where it is not asked, or not answered. */
  readonly isOneOff: boolean | undefined
  /** Yuan over the income window; undefined until an amount, or quantity and price, are given. */
  readonly yuan: number | undefined
  readonly isDocument: boolean
  /** What the sums still need of this line. */
  readonly missing: readonly QuestionRef[]
}

/** Income of a household over the window. Sums are whole-household yuan; `counted` and `claimed` are per person. */
export interface Ledger {
  readonly lines: readonly LedgerLine[]
  readonly divisor: number
  /** Null when there is no line or nobody in the divisor. */
  readonly counted: number | null
  readonly claimed: number | null
  /** Whether every line has all that the sums need. */
  readonly isComplete: boolean
  /** Counted after costs, before dividing. */
  readonly countedTotal: number
  /** Claimed after costs, before dividing. */
  readonly claimedTotal: number
  /** Before costs. */
  readonly countedGross: number
  readonly countedTransfers: number
  readonly oneOffTransfers: number
}

const INCOME_KINDS = ['wage', 'business', 'property', 'transfer']
const COUNTED_STATES = ['received', 'own_consumption']
const NEVER_COUNTED_ITEMS = ['relief_gift', 'house_subsidy']

const LINE_QUESTIONS = [
  'income_kind',
  'income_item',
  'quantity',
  'unit_price',
  'amount_yuan',
  'income_state',
  'one_off',
]

/** Adds up the income ledger (standards, 'Income'): counted is what came in, claimed is all that was stated. */
export function computeLedger(interview: Interview): Ledger {
  const lines = interview.lines.map((line) => readLine(interview, line))
  const divisor = interview.members.filter(({ facts }) => facts.countsInEconomy).length
  const income = lines.filter(({ kind }) => INCOME_KINDS.includes(kind ?? ''))
  const counted = income.filter(isCounted)
  const costs = sum(lines.filter(({ kind }) => kind === 'business_cost'))
  const transfers = income.filter(({ kind }) => kind === 'transfer')
  const countedTotal = subtractYuan(sum(counted), costs)
  const claimedTotal = subtractYuan(sum(income), costs)
  const hasSum = lines.length > 0 && divisor > 0
  return {
    lines,
    divisor,
    counted: hasSum ? countedTotal / divisor : null,
    claimed: hasSum ? claimedTotal / divisor : null,
    isComplete: lines.every(({ missing }) => missing.length === 0),
    countedTotal,
    claimedTotal,
    countedGross: sum(counted),
    countedTransfers: sum(counted.filter(({ kind }) => kind === 'transfer')),
    oneOffTransfers: sum(transfers.filter(({ isOneOff }) => isOneOff === true)),
  }
}

/** Subtracts in whole fen: 4,096.03 less 96.03 is 4,000, and reaches a line of 4,000. */
export function subtractYuan(from: number, amount: number): number {
  return (fenOf(from) - fenOf(amount)) / 100
}

/** Whether a line is money or goods that the household really had. */
export function isCounted({ state, item, kind }: LedgerLine): boolean {
  return (
    INCOME_KINDS.includes(kind ?? '') &&
    COUNTED_STATES.includes(state ?? '') &&
    !NEVER_COUNTED_ITEMS.includes(item ?? '')
  )
}

function readLine(interview: Interview, line: Instance): LedgerLine {
  const kind = choiceOf(interview, line, 'income_kind')
  const item = choiceOf(interview, line, 'income_item')
  const state = choiceOf(interview, line, 'income_state')
  const oneOff = choiceOf(interview, line, 'one_off')
  const yuan = yuanOf(interview, line)
  const needs: readonly (readonly [string, boolean])[] = [
    ['income_kind', kind === undefined],
    ['amount_yuan', yuan === undefined],
    ['income_state', kind !== undefined && kind !== 'business_cost' && state === undefined],
    // Only among transfers does the item decide whether a line counts.
    ['income_item', kind === 'transfer' && item === undefined],
  ]
  return {
    id: line.id,
    kind,
    item,
    state,
    isOneOff: oneOff === undefined ? undefined : oneOff === 'yes',
    yuan,
    isDocument: evidenceOf(interview, line).every((evidence) => kindsOf(evidence).includes('document')),
    missing: needs.flatMap(([question, isMissing]) => (isMissing ? [refTo(question, line)] : [])),
  }
}

/** The line's amount, unless it, or what it is multiplied from, is only prefilled. */
function yuanOf(interview: Interview, line: Instance): number | undefined {
  const isGiven = (question: string): boolean => answerTo(interview, line, question) !== undefined
  if (!isGiven('amount_yuan') && !(isGiven('quantity') && isGiven('unit_price'))) return undefined
  const amount = line.values[interview.instrument.names.slotOf('line_yuan')]
  return typeof amount === 'number' ? amount : undefined
}

function evidenceOf(interview: Interview, line: Instance): readonly Evidence[] {
  return LINE_QUESTIONS.flatMap((question) => {
    const answer = answerTo(interview, line, question)
    return answer === undefined ? [] : [answer.evidence]
  })
}

/** Adds in whole fen, so that 0.1 + 0.2 yuan is 0.3 and a sum on the line is on the line. */
function sum(lines: readonly LedgerLine[]): number {
  return lines.reduce((fen, { yuan }) => fen + fenOf(yuan ?? 0), 0) / 100
}

function fenOf(yuan: number): number {
  return Math.round(yuan * 100)
}
