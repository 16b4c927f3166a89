import type { DenominatorReading } from '../../../domain/programmes/assessment/measures/Measure'
import type { Texts, TermOf } from '../../texts/Texts'
import { OPEN_SUSPICIONS } from './measureFormulas'

/** As `countyVerdict` has it: by the determined basis; while no reading is recorded, one counts only where both agree. */
export function verdictFormula(reading: DenominatorReading | null, texts: Texts): string {
  const word = (name: TermOf<'measureResults'>): string => `"${texts.term('measureResults', name)}"`
  const read = (measure: string): string => {
    const of = (each: DenominatorReading): string => `M_${measure}_determined_${each}_result`
    if (reading !== null) return of(reading)
    return `IF(${of('interviewed')}=${of('sampled_villages')},${of('interviewed')},${word('undetermined')})`
  }
  const results = [
    'M_wrong_exit_rate_determined_result',
    read('omission_rate'),
    'M_recognition_result',
    read('poverty_incidence'),
  ]
  const any = (result: TermOf<'measureResults'>): string =>
    `OR(${results.map((each) => `${each}=${word(result)}`).join(',')})`
  return `IF(${OPEN_SUSPICIONS}>0,${word('undetermined')},IF(${any('not_reached')},${word('not_reached')},IF(${any('undetermined')},${word('undetermined')},${word('reached')})))`
}
