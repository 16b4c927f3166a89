import {
  isCounted,
  subtractYuan,
  type LedgerLine,
} from '../../../domain/programmes/assessment/criteria/ledger'
import type { FormHousehold } from '../FormContext'
import type { FormContent } from '../FormPage'
import { factsOf, type FormFact } from './FormFact'

/** Facts of a ledger line that are no answers. */
export const LEDGER_FACTS: readonly (readonly [string, FormFact])[] = factsOf('line', 'ledger', {
  number: ({ number }) => ({ value: number, type: 'integer' }),
  yuan: ({ read }) => yuan(read.yuan ?? null),
  signed_yuan: ({ read }) =>
    yuan(read.yuan === undefined ? null : read.kind === 'business_cost' ? -read.yuan : read.yuan),
  counted: ({ read }, { texts }) =>
    read.kind === 'business_cost'
      ? texts.term('formWords', 'takenOff')
      : texts.term('marks', isCounted(read) ? 'yes' : 'no'),
})

/** Sums that the account of a household has by kind, as the rules count them. */
const KINDS = ['wage', 'business', 'property', 'transfer'] as const

/** The household's account over the income window: what came in, less costs. Empty until the ledger has all that sums need. */
export const INCOME_FACTS: readonly (readonly [string, FormFact])[] = factsOf('household', 'income', {
  persons: (each) => ({ value: each.ledger.divisor, type: 'integer' }),
  ...Object.fromEntries(KINDS.map((kind) => [kind, (each: FormHousehold) => countedOf(each, kind)])),
  gross: (each) => summed(each, ({ countedGross }) => countedGross),
  costs: (each) => summed(each, ({ countedGross, countedTotal }) => subtractYuan(countedGross, countedTotal)),
  net: (each) => summed(each, ({ countedTotal }) => countedTotal),
  per_person: (each) => summed(each, ({ counted }) => counted),
  claimed_per_person: (each) => summed(each, ({ claimed }) => claimed),
})

/** `income.item.<item>`: what counts of one item. */
export function incomeItemFacts(items: readonly string[]): readonly (readonly [string, FormFact])[] {
  return factsOf(
    'household',
    'income.item',
    Object.fromEntries(
      items.map((item) => [item, (each: FormHousehold) => sumOf(each, (line) => isItem(line, item))]),
    ),
  )
}

function countedOf(household: FormHousehold, kind: string): FormContent {
  return sumOf(household, (line) => line.kind === kind && isCounted(line))
}

/** A cost is taken off whatever its state. */
function isItem(line: LedgerLine, item: string): boolean {
  return line.item === item && (line.kind === 'business_cost' || isCounted(line))
}

function sumOf(household: FormHousehold, isMeant: (line: LedgerLine) => boolean): FormContent {
  return summed(household, ({ lines }) =>
    lines.filter(isMeant).reduce((sum, line) => subtractYuan(sum, -(line.yuan ?? 0)), 0),
  )
}

function summed(
  { ledger }: FormHousehold,
  sum: (ledger: FormHousehold['ledger']) => number | null,
): FormContent {
  return ledger.lines.length === 0 || !ledger.isComplete ? null : yuan(sum(ledger))
}

function yuan(value: number | null): FormContent {
  return value === null ? null : { value, type: 'yuan' }
}
