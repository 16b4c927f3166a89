import { sourcesByName } from '../../../domain/standards/resolveStandards'
import type { Parameter, SourcedValue } from '../../../domain/standards/Standards'
import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import type { WorkbookFrame } from '../WorkbookInput'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'

/** Every dated value of the edition, the ones in force marked, each with its source. */
export function standardsSheet(
  { standards, edition, sources }: Pick<WorkbookFrame, 'standards' | 'edition' | 'sources'>,
  texts: Texts,
): WorkbookSheet {
  const { language } = texts
  const sourceOf = sourcesByName(sources)
  const rows = edition.parameters.flatMap((parameter) =>
    [...parameter.values, ...(parameter.alternatives ?? [])].map((each) => ({
      parameter,
      each,
      source: sourceOf(each.source),
    })),
  )
  const column = columnsIn<(typeof rows)[number]>(texts)
  const yes = texts.term('marks', 'yes')
  const no = texts.term('marks', 'no')
  const columns = [
    column('parameter', 30, 'text', ({ parameter }) => parameter.label[language]),
    column('value', 12, 'text', ({ each }) => String(each.value)),
    column('unit', 34, 'text', ({ parameter }) => parameter.unit[language]),
    column('year', 8, 'integer', ({ each }) => each.year ?? null),
    column('region', 10, 'text', ({ each }) => regionText(each.region, texts)),
    column('inForce', 12, 'text', ({ parameter, each }) =>
      isInForce(each, standards.parameters.get(parameter.name)) ? yes : null,
    ),
    column('confirmed', 12, 'text', ({ source }) =>
      source.confirmed ? yes : `${no}［${texts.term('marks', 'unconfirmed')}］`,
    ),
    column('source', 60, 'text', ({ source }) => source[language]),
    column('note', 30, 'text', ({ each }) => each.note?.[language] ?? null),
  ]
  return listSheet({ key: 'standards', columns }, rows, texts)
}

function regionText(region: string | undefined, texts: Texts): string | null {
  return region === 'west' || region === 'central' ? texts.term('regions', region) : (region ?? null)
}

function isInForce({ value, year, region, source }: SourcedValue, inForce: Parameter | undefined): boolean {
  return (
    inForce !== undefined &&
    value === inForce.value &&
    year === inForce.year &&
    region === inForce.region &&
    source === inForce.source.name
  )
}
