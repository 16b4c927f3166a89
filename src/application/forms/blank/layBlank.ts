import type { GroupData, QuestionData } from '../../../domain/instrument/Instrument'
import type { Interview } from '../../../domain/interview/Interview'
import { groupsInOrder } from '../../../domain/interview/interviewSteps'
import { EVIDENCE_LETTERS } from '../../interview/evidenceLetters'
import type { FormContext } from '../FormContext'
import { GRID_COLUMNS, type FormSheet } from '../FormPage'
import { titleStrip } from '../layout/layForm'
import { paginate } from '../layout/paginate'
import { rowMaker, WRITABLE, type PlannedCell, type RowMaker, type Strip } from '../layout/Strip'
import { describeHousehold } from '../../texts/describeHousehold'
import type { Texts } from '../../texts/Texts'
import { subjectName } from '../subjectName'
import { householdGroup } from './householdGroup'
import { ledgerGroup } from './ledgerGroup'
import { memberGroup } from './memberGroup'
import { whenAsked } from './questionWords'

const SIZE = 9
const ORIENTATION = 'portrait'

/** What a group of the blank form is laid out with. */
export interface BlankGroup {
  readonly group: GroupData
  readonly interview: Interview
  readonly context: FormContext
  readonly maker: RowMaker
}

/** The whole instrument on paper for one household, in its order, with what the list knows: made of the form's own data. */
export function layBlank(context: FormContext): FormSheet {
  const name = subjectName(context)
  const interview = context.household?.assessment.interview
  if (interview === undefined) return { name, orientation: ORIENTATION, pages: [] }
  const { texts } = context
  const maker = rowMaker(ORIENTATION, SIZE)
  const strips = [
    titleStrip(texts.term('formWords', 'blankTitle'), null, context, SIZE, ORIENTATION),
    identity(context, maker),
    ...groupsOnPaper(interview, texts).flatMap((group) => [
      heading(group, interview, context, maker),
      ...layGroup({ group, interview, context, maker }),
    ]),
  ]
  return { name, orientation: ORIENTATION, pages: paginate(strips, ORIENTATION) }
}

/** The groups as the interview has them; what came of the visit stands at the end, where the interview asks for it. */
function groupsOnPaper(interview: Interview, texts: Texts): readonly GroupData[] {
  const { question, reason } = interview.instrument.roles.outcome
  const groups = groupsInOrder(interview)
  const isOfEnd = ({ name }: QuestionData): boolean => name === question || name === reason
  const ending = groups.flatMap(({ questions }) => questions.filter(isOfEnd))
  const label = { 'zh-CN': '', en: '', [texts.language]: texts.term('formWords', 'ending') }
  return [
    ...groups.map((group) => ({ ...group, questions: group.questions.filter((each) => !isOfEnd(each)) })),
    { name: 'ending', label, scope: 'household', questions: ending },
  ]
}

function layGroup(own: BlankGroup): readonly Strip[] {
  const { repeats } = own.interview.instrument
  if (own.group.scope === repeats.roster) return memberGroup(own)
  return own.group.scope === repeats.hand ? ledgerGroup(own) : householdGroup(own)
}

function heading(group: GroupData, interview: Interview, { texts }: FormContext, maker: RowMaker): Strip {
  const condition = group.relevant === undefined ? '' : `  ${whenAsked(group.relevant, interview, texts)}`
  const content = group.label[texts.language] + condition
  return {
    head: [],
    rows: maker.rows([{ span: GRID_COLUMNS, content, look: 'heading', size: SIZE + 1 }]),
    isHeading: true,
  }
}

/** Whose form it is, by whom and when, and how it is filled in. */
function identity({ household, texts }: FormContext, maker: RowMaker): Strip {
  const listed = household?.assessment.household
  const status = listed?.status ?? null
  const field = (label: string, content: string | null): readonly PlannedCell[] => [
    { span: 3, content: label, look: 'label' },
    { span: 5, content, look: 'value' },
  ]
  const letters = EVIDENCE_LETTERS.map(([letter, kind]) => `${letter} ${texts.term('evidence', kind)}`)
  const whole = (content: string) => maker.rows([{ span: GRID_COLUMNS, content, look: 'text' }])
  return {
    head: [],
    rows: [
      ...maker.rows(
        [
          ...field(
            texts.term('columns', 'household'),
            listed === undefined ? null : describeHousehold(listed, texts),
          ),
          ...field(texts.term('columns', 'head'), listed?.headName ?? null),
          ...field(texts.term('columns', 'status'), status === null ? null : texts.term('statuses', status)),
        ],
        WRITABLE,
      ),
      ...maker.rows(
        [
          ...field(texts.term('columns', 'village'), listed?.village ?? null),
          ...field(texts.term('formWords', 'assessor'), null),
          ...field(texts.term('formWords', 'date'), null),
        ],
        WRITABLE,
      ),
      ...whole(texts.term('formWords', 'howTo')),
      ...whole(texts.term('formWords', 'evidenceKey').replace('{letters}', letters.join('、'))),
    ],
  }
}
