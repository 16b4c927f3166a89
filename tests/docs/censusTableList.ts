import { CENSUS_TABLES, censusTables } from '../../src/adapters/resources/censusTables'
import { currentForm } from '../../src/adapters/resources/instruments'
import { markdownTable, renewWhenAsked, type GeneratedPart } from './generatedPart'

/** Every table of the census with its rows, as `docs/formats.md` has it. */
export const CENSUS_TABLE_LIST: GeneratedPart = {
  document: 'docs/formats.md',
  name: 'census tables',
  make: () =>
    markdownTable(
      ['Table', 'What', 'Population', 'Of which', 'Rows', ''],
      censusTables(currentForm('census')).map(({ id, label, population, rows, columns, coding }) => [
        `\`${id}\``,
        `${label['zh-CN']} ${label.en}`,
        `\`${population}\``,
        filterOf(id),
        rows.map(({ code }) => `\`${code}\``).join(' '),
        [
          ...(columns === null ? [] : [`columns ${columns.map(({ code }) => `\`${code}\``).join(' ')}`]),
          ...(coding.kind === 'several' ? ['several'] : []),
          ...(coding.kind === 'several' && coding.known !== null ? ['a base each'] : []),
          ...(coding.kind === 'amounts' ? ['amounts'] : []),
        ].join(', '),
      ]),
    ),
}

function filterOf(table: string): string {
  const filter = CENSUS_TABLES.tables.find(({ id }) => id === table)?.filter
  return filter === undefined ? '' : `\`${filter}\``
}

renewWhenAsked(import.meta, CENSUS_TABLE_LIST)
