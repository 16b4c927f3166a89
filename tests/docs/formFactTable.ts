import { FORM_FACTS } from '../builders/aFormsBook'
import { ROWS_OF_SUBJECT } from '../../src/application/forms/rowsOf'
import { groupBy } from '../../src/domain/shared/groupBy'
import { markdownTable, renewWhenAsked, type GeneratedPart } from './generatedPart'

/** What a hand form can name, as `docs/forms.md` has it; questions and choices have a table of their own in the formats. */
export const FORM_FACT_TABLE: GeneratedPart = {
  document: 'docs/forms.md',
  name: 'facts',
  make() {
    const own = [...FORM_FACTS].filter(([name]) => !/^(answer|chosen)\.|^income\.item\./.test(name))
    const byKind = groupBy(own, ([, { kind }]) => kind)
    return markdownTable(
      ['A fact of', 'In forms about', 'Names'],
      [...byKind].map(([kind, facts]) => [
        `\`${kind}\``,
        subjectsOf(kind).join(', '),
        facts.map(([name]) => `\`${name}\``).join(' '),
      ]),
    )
  },
}

/** Which forms have such a row at hand, and where only a table of them does. */
function subjectsOf(kind: string): readonly string[] {
  if (kind === 'project') return ['all']
  const whole = ['household', 'village', 'county'].filter((subject) => subject === kind)
  const listed = Object.entries(ROWS_OF_SUBJECT).flatMap(([subject, rows]) =>
    (rows as readonly string[]).includes(kind) ? [`${subject} (table)`] : [],
  )
  return [...whole, ...(kind === 'household' ? ['suspicion'] : []), ...listed]
}

renewWhenAsked(import.meta, FORM_FACT_TABLE)
