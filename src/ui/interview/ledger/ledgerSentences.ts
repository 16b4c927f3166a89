import { yuanText } from '../../../application/texts/describeBecause'
import {
  isCounted,
  type Ledger,
  type LedgerLine,
} from '../../../domain/programmes/assessment/criteria/ledger'
import type { MessageKey, MessageValues } from '../../app/i18n/useMessages'

/** A sentence that is said to the household: its text and what stands in it. */
export interface Sentence {
  readonly key: MessageKey
  readonly values: MessageValues
}

/** What is said of one line of the ledger; `item` is what it is for, in spoken words. */
export function lineSentence(line: LedgerLine, item: string): Sentence {
  if (line.yuan === undefined) return { key: 'interview.reading.noAmount', values: { item } }
  const values = { item, yuan: yuanText(line.yuan) }
  const of = (name: LineSentence): Sentence => ({ key: `interview.reading.${name}`, values })
  if (line.kind === 'business_cost') return of('spent')
  switch (line.state) {
    case undefined:
      return of('noState')
    case 'unsold':
      return of('unsold')
    case 'expected':
      return of('expected')
    default:
      if (!isCounted(line)) return of('notIncome')
      if (line.state === 'own_consumption') return of('eaten')
      return of(line.isOneOff === true ? 'receivedOnce' : 'received')
  }
}

type LineSentence =
  'spent' | 'noState' | 'unsold' | 'expected' | 'notIncome' | 'eaten' | 'receivedOnce' | 'received'

/** What the household is asked when all lines are read: the sums that the verdict is made of. */
export function sumSentence({ lines, counted, countedTotal, divisor }: Ledger): Sentence {
  if (lines.length === 0) return { key: 'interview.reading.noLines', values: {} }
  const total = wholeYuan(countedTotal)
  if (counted === null) return { key: 'interview.reading.nobody', values: { total } }
  const hasCosts = lines.some(({ kind }) => kind === 'business_cost')
  const name = countedTotal < 0 ? 'loss' : hasCosts ? 'sumAfterCosts' : 'sum'
  // Of several forms `count` chooses the one for one person.
  return { key: `interview.reading.${name}`, values: { total, each: wholeYuan(counted), count: divisor } }
}

/** Whole yuan, rounded down: nobody is told of a sum that the household does not reach. */
function wholeYuan(yuan: number): string {
  return yuanText(Math.floor(Math.abs(yuan)))
}
