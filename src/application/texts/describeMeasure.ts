import type {
  Basis,
  DenominatorReading,
  MeasureName,
} from '../../domain/programmes/assessment/measures/Measure'
import type { ReviewIndicator } from '../../domain/programmes/assessment/measures/reviewIndicators'
import type { Texts } from './Texts'

interface NamedMeasure {
  readonly name: MeasureName | ReviewIndicator['name']
  readonly basis: Basis | null
  readonly denominatorReading: DenominatorReading | null
}

/** What a measure is called, with its basis and reading where it has them. */
export function describeMeasure({ name, basis, denominatorReading }: NamedMeasure, texts: Texts): string {
  const more = [
    ...(basis === null ? [] : [texts.term('bases', basis)]),
    ...(denominatorReading === null ? [] : [texts.term('readings', denominatorReading)]),
  ]
  const title = texts.term('measures', name)
  return more.length === 0 ? title : `${title} (${more.join('; ')})`
}
