import { describe, expect, it } from 'vitest'
import { AREA_FORMS } from '../../../../../src/adapters/resources/areaForms'
import { CENSUS_TABLES } from '../../../../../src/adapters/resources/censusTables'
import { currentForm } from '../../../../../src/adapters/resources/instruments'
import { CENSUS_FORM } from '../../../../builders/aCensusInterview'

const ASSESSED = new Set(currentForm('assessment').questions.keys())

/** The census's own questions: what it shares with the assessment says there what it serves. */
const ASKED = [
  ...CENSUS_FORM.data.groups
    .flatMap(({ questions }) => questions)
    .filter(({ name }) => !ASSESSED.has(name) || name === 'visit_outcome'),
  ...AREA_FORMS.village.questions,
  ...AREA_FORMS.county.questions,
].map(({ name, serves }) => ({ name, tables: serves.filter((each) => each.startsWith('table:')) }))

/** Everything that a table says, with the calculations that it uses and those that they use. */
function textOf(id: string): string {
  const used = [JSON.stringify(CENSUS_TABLES.tables.find((table) => table.id === id))]
  for (const text of used)
    for (const { name, calculation } of CENSUS_FORM.data.calculations)
      if (text.includes(`\${${name}}`) && !used.includes(calculation)) used.push(calculation)
  return used.join(' ')
}

describe('a question that is asked for a table', () => {
  it.each(ASKED.flatMap(({ name, tables }) => tables.map((table) => [name, table.slice('table:'.length)])))(
    '%s is counted in %s',
    (question, table) => {
      expect(CENSUS_TABLES.tables.map(({ id }) => id)).toContain(table)
      expect(textOf(table)).toMatch(new RegExp(`"(by|yesTo)":"${question}"|\\$\\{${question}\\}`))
    },
  )
})
