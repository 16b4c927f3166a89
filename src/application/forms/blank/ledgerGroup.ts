import type { Question } from '../../../domain/instrument/loadInstrument'
import { GRID_COLUMNS } from '../FormPage'
import { WRITABLE, type PlannedCell, type Strip } from '../layout/Strip'
import type { BlankGroup } from './layBlank'
import { choicesText, questionWords } from './questionWords'

const NUMBER_SPAN = 1
const EVIDENCE_SPAN = 2
const LINES = 15

/** What is asked line by line: how, with the codes, then a ruled table of empty lines whose head is on every page. */
export function ledgerGroup({ interview, group, context, maker }: BlankGroup): readonly Strip[] {
  const { texts } = context
  const questions = group.questions.flatMap(({ name }) => interview.instrument.questions.get(name) ?? [])
  const legend = questions.flatMap((question) => {
    const choices = choicesText(question, interview, texts)
    const asked = questionWords(question, interview, texts)
    return maker.rows([
      { span: GRID_COLUMNS, content: choices === '' ? asked : `${asked}\n${choices}`, look: 'label' },
    ])
  })
  const spans = columnSpans(questions)
  const head = maker.rows([
    { span: NUMBER_SPAN, content: texts.term('formWords', 'lineNumber'), look: 'head' },
    ...questions.map(({ data }, at): PlannedCell => ({
      span: spans[at] ?? 1,
      content: data.label[texts.language],
      look: 'head',
    })),
    { span: EVIDENCE_SPAN, content: texts.term('formWords', 'evidence'), look: 'head' },
  ])
  const line = (number: number): readonly PlannedCell[] => [
    { span: NUMBER_SPAN, content: { value: number, type: 'integer' }, look: 'value' },
    ...spans.map((span): PlannedCell => ({ span, content: null, look: 'value' })),
    { span: EVIDENCE_SPAN, content: null, look: 'value' },
  ]
  return [
    { head: [], rows: legend },
    { head, rows: Array.from({ length: LINES }, (_, at) => maker.rows(line(at + 1), WRITABLE)).flat() },
  ]
}

/** The width between number and evidence, shared out; what is left over goes to the first ones. */
function columnSpans(questions: readonly Question[]): readonly number[] {
  const room = GRID_COLUMNS - NUMBER_SPAN - EVIDENCE_SPAN
  const each = Math.floor(room / questions.length)
  return questions.map((_, at) => each + (at < room - each * questions.length ? 1 : 0))
}
