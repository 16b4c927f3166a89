import { AREA_FORMS } from '../../src/adapters/resources/areaForms'
import { choicesOf, type AreaAnswers, type AreaForm } from '../../src/domain/programmes/census/AreaForm'

/** An answer to every question: the first choice, ten of everything. */
function filled(form: AreaForm): AreaAnswers {
  return Object.fromEntries(
    form.questions.map((question) => {
      const [first] = choicesOf(form, question)
      return [question.name, first?.name ?? (question.type === 'text' ? '2020 年统计公报' : 10)]
    }),
  )
}

export const FILLED_VILLAGE = filled(AREA_FORMS.village)
export const FILLED_COUNTY = filled(AREA_FORMS.county)
