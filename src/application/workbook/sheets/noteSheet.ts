import { refOfAnswer } from '../../../domain/interview/answerPath'
import { choiceOf } from '../../../domain/interview/Interview'
import type { Note } from '../../../domain/interview/notes'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import { describeHousehold } from '../../texts/describeHousehold'
import { columnsIn } from '../../tables/TableSpec'
import { listOf, type HouseholdList } from '../HouseholdList'
import { makeNameOf, shownText, type ReviewTerms } from '../WorkbookInput'

interface NoteRow extends Pick<Note, 'text'> {
  readonly assessment: HouseholdAssessment
  readonly ref: ReturnType<typeof refOfAnswer>
  readonly by: string | null
  readonly at: string | null
}

/** Everything written beside a question: household, question, whose it is, the note, who, when. */
export function noteList({ texts, isIdInFull }: ReviewTerms): HouseholdList {
  const column = columnsIn<NoteRow>(texts)
  return listOf({
    key: 'notes',
    columns: [
      column('household', 22, 'text', ({ assessment }) => describeHousehold(assessment.household, texts)),
      column('question', 24, 'text', ({ assessment: { interview }, ref }) => {
        return interview.instrument.questions.get(ref.question)?.data.label[texts.language] ?? ref.question
      }),
      column('source', 14, 'text', ({ assessment, ref }) => makeNameOf(assessment, texts)(ref)),
      column('noteText', 60, 'text', ({ text }) => shownText(text, isIdInFull)),
      column('writtenBy', 14, 'text', ({ by }) => by),
      column('when', 20, 'instant', ({ at }) => at),
    ],
    rowsOf: ({ assessment }) => {
      const { interview, notes } = assessment
      // The form itself asks for one note at its end.
      const asked = choiceOf(interview, interview.household, 'note')
      return [
        ...notes.map(({ about, text, by, at }) => ({ assessment, ref: refOfAnswer(about), text, by, at })),
        ...(asked === undefined
          ? []
          : [{ assessment, ref: refOfAnswer('note'), text: asked, by: null, at: null }]),
      ]
    },
  })
}
