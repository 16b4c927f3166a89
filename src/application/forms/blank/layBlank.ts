import type { FormContext } from '../FormContext'
import type { FormSheet } from '../FormPage'
import { subjectName } from '../subjectName'

export function layBlank(context: FormContext): FormSheet {
  return { name: subjectName(context), orientation: 'portrait', pages: [] }
}
