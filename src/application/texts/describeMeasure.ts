import type { Measure } from '../../domain/measures/Measure'
import type { Texts } from './Texts'

/** What a measure is called, with its basis and reading where it has them. */
export function describeMeasure(
  { name, basis, denominatorReading }: Pick<Measure, 'name' | 'basis' | 'denominatorReading'>,
  texts: Texts,
): string {
  const more = [
    ...(basis === null ? [] : [texts.term('bases', basis)]),
    ...(denominatorReading === null ? [] : [texts.term('readings', denominatorReading)]),
  ]
  const title = texts.term('measures', name)
  return more.length === 0 ? title : `${title} (${more.join('; ')})`
}
