import type { Basis, DenominatorReading } from '../../../domain/programmes/assessment/measures/Measure'
import type { Texts } from '../../texts/Texts'
import type { ShareSpec } from './shares'

/** A share's name in the tables of the intervals: its measure, its basis, how households count. */
export function describeShare(
  {
    kind,
    basis,
    isWeighted,
  }: {
    readonly kind: ShareSpec['kind'] | 'both'
    readonly basis: Basis | null
    readonly isWeighted: boolean
  },
  texts: Texts,
  reading: DenominatorReading | null = null,
): string {
  const measure = {
    exited: 'wrong_exit_rate',
    unregistered: 'omission_rate',
    recognition: 'recognition',
  } as const
  const title = kind === 'both' ? texts.term('columns', 'bothRates') : texts.term('measures', measure[kind])
  const more = [
    ...(basis === null ? [] : [texts.term('bases', basis)]),
    ...(reading === null ? [] : [texts.term('readings', reading)]),
    ...(isWeighted ? [texts.term('columns', 'byWeights')] : []),
  ]
  return more.length === 0 ? title : `${title} (${more.join('; ')})`
}
