import { householdState } from '../facts/householdState'
import type { FactBook } from '../formFacts'
import type { FormContext } from '../FormContext'
import { GRID_COLUMNS, type FormSheet } from '../FormPage'
import type { FormTemplate } from '../FormTemplate'
import { subjectName } from '../subjectName'
import { filledText, layBlock } from './layBlock'
import { paginate } from './paginate'
import { rowMaker, type Strip } from './Strip'

/** A template filled in for what the context holds, on as many pages as it takes. */
export function layForm(template: FormTemplate, facts: FactBook, context: FormContext): FormSheet {
  const { orientation, size } = template.page
  const reading = { facts, context }
  const maker = rowMaker(orientation, size)
  const { title, subtitle, blocks } = template
  const head = titleStrip(
    title[context.texts.language],
    subtitle === undefined ? null : filledText(subtitle, reading),
    context,
    size,
    orientation,
  )
  const strips = [head, ...blocks.map((block) => layBlock(block, reading, maker))]
  return { name: subjectName(context), orientation, pages: paginate(strips, orientation) }
}

/** The form's name, whom it is about, and how far the interview is where it is not simply finished. */
export function titleStrip(
  title: string,
  subtitle: string | null,
  { household, texts }: FormContext,
  size: number,
  orientation: FormSheet['orientation'],
): Strip {
  const maker = rowMaker(orientation, size)
  const state = household === undefined ? null : householdState(household, texts)
  const line = (content: string | null, look: 'title' | 'subtitle', points: number) =>
    content === null ? [] : maker.rows([{ span: GRID_COLUMNS, content, look, size: points }])
  return {
    head: [],
    rows: [
      ...line(title, 'title', size + 7),
      ...line(subtitle, 'subtitle', size),
      ...line(state && texts.term('formWords', 'state').replace('{state}', state), 'subtitle', size),
    ],
  }
}
