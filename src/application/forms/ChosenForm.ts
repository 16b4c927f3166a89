import type { Texts } from '../texts/Texts'
import type { FormSubject, FormTemplate } from './FormTemplate'

/** A form by its template; `blank`: the instrument itself on paper. */
export type ChosenForm = FormTemplate | 'blank'

/** What the blank form is asked for by. */
export const BLANK_FORM = 'blank'

export function formName(form: ChosenForm): string {
  return form === 'blank' ? BLANK_FORM : form.name
}

export function formTitle(form: ChosenForm, texts: Texts): string {
  return form === 'blank' ? texts.term('formWords', 'blankTitle') : form.title[texts.language]
}

export function subjectOf(form: ChosenForm): FormSubject {
  return form === 'blank' ? 'household' : form.of
}
