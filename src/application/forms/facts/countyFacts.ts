import { COUNTY_FACTS } from '../../../domain/programmes/assessment/county/CountyForm'
import { valueInForce } from '../../../domain/standards/Standards'
import { describeMeasure } from '../../texts/describeMeasure'
import type { TermOf } from '../../texts/Texts'
import type { FormCounty } from '../FormContext'
import type { FormContent } from '../FormPage'
import { factsOf, type FormFact } from './FormFact'

/** What holds for every form: by what is judged. */
export const PROJECT_FORM_FACTS: readonly (readonly [string, FormFact])[] = factsOf('project', 'project', {
  as_of: ({ asOf }) => ({ value: asOf, type: 'date' }),
  region: ({ region }, { texts }) => texts.term('regions', region),
  income_window: ({ incomeWindow }) => `${incomeWindow.from} – ${incomeWindow.to}`,
  line: (standards) => ({ value: valueInForce(standards, 'poverty_line'), type: 'yuan' }),
})

/** Facts of the county: its measures, totals, stages, and its own page. */
export const COUNTY_FORM_FACTS: readonly (readonly [string, FormFact])[] = [
  ...factsOf('county', 'county', {
    name: ({ name }) => name,
    result: ({ report }, { texts }) => texts.term('measureResults', report.verdict.result),
    villages: ({ villages }) => count(villages.length),
    listed: (county) => summed(county, 'listed'),
    interviewed: (county) => summed(county, 'interviewed'),
    suspicions: (county) => summed(county, 'suspicionsOpen'),
    determined_wrong: (county) => summed(county, 'determinedWrong'),
    totals_source: ({ report }) => report.totals?.source ?? null,
    notes: ({ form }) => form.notes || null,
    ...Object.fromEntries(
      COUNTY_FACTS.flatMap((name) => [
        [name, ({ form }: FormCounty): FormContent => (form[name] === null ? null : count(form[name].count))],
        [`${name}_source`, ({ form }: FormCounty): FormContent => form[name]?.source ?? null],
      ]),
    ),
  }),
  ...factsOf('measure', 'measure', {
    name: (measure, { texts }) => describeMeasure(measure, texts),
    numerator: ({ numerator }) => decimal(numerator),
    denominator: ({ denominator }) => decimal(denominator),
    share: ({ value }) => percent(value),
    low: ({ low }) => percent(low),
    high: ({ high }) => percent(high),
    threshold: ({ threshold }) => percent(threshold),
    result: ({ result }, { texts }) => texts.term('measureResults', result),
  }),
  ...factsOf('total', 'total', {
    name: ({ name }, { texts }) => texts.term('formTotals', name as TermOf<'formTotals'>),
    count: ({ name }, { county }) => {
      const value = county?.report.totals?.[name]
      return typeof value === 'number' ? count(value) : null
    },
    source: (_, { county }) => county?.report.totals?.source ?? null,
  }),
  ...factsOf('stage', 'stage', {
    name: (stage, { texts }) => texts.term('stages', stage),
    date: (stage, { county }) => {
      const date = county?.stages[stage] ?? null
      return date === null ? null : { value: date, type: 'date' }
    },
  }),
]

function summed(
  { villages }: FormCounty,
  name: 'listed' | 'interviewed' | 'suspicionsOpen' | 'determinedWrong',
) {
  return count(villages.reduce((sum, { measures }) => sum + measures[name], 0))
}

function count(value: number): FormContent {
  return { value, type: 'integer' }
}

function decimal(value: number | null): FormContent {
  return value === null ? null : { value, type: 'decimal' }
}

function percent(value: number | null): FormContent {
  return value === null ? null : { value, type: 'percent' }
}
