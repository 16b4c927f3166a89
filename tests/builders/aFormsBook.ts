import { rosterVocabulary } from '../../src/adapters/resources/rosterVocabulary'
import { textsOf } from '../../src/adapters/resources/texts'
import type { HouseholdAssessment } from '../../src/application/assess/assessHousehold'
import type { ChosenForm } from '../../src/application/forms/ChosenForm'
import { contentText } from '../../src/application/forms/contentText'
import { formFacts } from '../../src/application/forms/formFacts'
import type { FormCell, FormSheet } from '../../src/application/forms/FormPage'
import { FormsBook, type FormsRequest } from '../../src/application/forms/FormsBook'
import type { FormTemplate } from '../../src/application/forms/FormTemplate'
import { judgeHousehold } from '../../src/domain/programmes/assessment/conclusion/judgeHousehold'
import { anInterview, INSTRUMENT, type InterviewCase } from './anInterview'
import { someStandards } from './someStandards'

export const FORM_FACTS = formFacts(INSTRUMENT)

/** A book of some forms for everybody, in Chinese unless stated. */
export function aFormsBook(forms: readonly ChosenForm[], given: Partial<FormsRequest> = {}): FormsBook {
  return new FormsBook({
    forms,
    scope: { kind: 'all' },
    facts: FORM_FACTS,
    codes: rosterVocabulary.codes,
    standards: someStandards(),
    texts: textsOf('zh-CN'),
    ...given,
  })
}

/** An interview judged, as a review hands it on. */
export function anAssessment(
  given: InterviewCase = {},
  more: Partial<HouseholdAssessment> = {},
): HouseholdAssessment {
  const interview = anInterview(given)
  return {
    household: interview.roster,
    interview,
    judgement: judgeHousehold(interview, interview.standards),
    corrections: [],
    conflicts: [],
    everConflicted: [],
    cleared: null,
    reopenings: [],
    notes: [],
    labels: new Map(),
    paper: null,
    ...more,
  }
}

/** A form about a household with these blocks. */
export function aTemplate(blocks: FormTemplate['blocks'], given: Partial<FormTemplate> = {}): FormTemplate {
  return {
    name: 'own-form',
    of: 'household',
    title: { 'zh-CN': '自己的表', en: 'Own form' },
    page: { orientation: 'portrait', size: 10 },
    blocks,
    ...given,
  }
}

export function label(text: string): FormTemplate['title'] {
  return { 'zh-CN': text, en: text }
}

export function cellsOf({ pages }: FormSheet): readonly FormCell[] {
  return pages.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
}

/** What stands in every cell, in order; the empty text in those to be filled in. */
export function textsIn(sheet: FormSheet): readonly string[] {
  return cellsOf(sheet).map(({ content }) => contentText(content))
}

/** What stands beside a label. */
export function besideLabel(sheet: FormSheet, text: string): string | undefined {
  const texts = textsIn(sheet)
  const at = texts.indexOf(text)
  return at < 0 ? undefined : texts[at + 1]
}
