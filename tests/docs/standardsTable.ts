import { STANDARDS } from '../../src/adapters/resources/standards'
import { sourcesByName } from '../../src/domain/standards/resolveStandards'
import type { SourcedValue } from '../../src/domain/standards/Standards'
import { markdownTable, renewWhenAsked, type GeneratedPart } from './generatedPart'

const sourceOf = sourcesByName(STANDARDS.sources)

/** Every value of the standards with its source, as `docs/standards.md` has it. */
export const STANDARDS_TABLE: GeneratedPart = {
  document: 'docs/standards.md',
  name: 'values',
  make: () =>
    markdownTable(
      ['Parameter', 'Holds for', 'Value', 'Unit', 'Source', 'Confirmed'],
      STANDARDS.standards.parameters.flatMap(({ label, unit, values, alternatives = [] }) => [
        ...values.map((each) => row(label.en, unit.en, each, holdsFor(each))),
        ...alternatives.map((each) => row(label.en, unit.en, each, 'on choice')),
      ]),
    ),
}

function row(label: string, unit: string, { value, source }: SourcedValue, held: string): readonly string[] {
  const { en, confirmed } = sourceOf(source)
  return [label, held, String(value), unit, en, confirmed ? 'yes' : '**no**']
}

function holdsFor({ year, region }: SourcedValue): string {
  const said = [year, region].filter((each) => each !== undefined)
  return said.length === 0 ? 'everywhere' : said.join(', ')
}

renewWhenAsked(import.meta, STANDARDS_TABLE)
