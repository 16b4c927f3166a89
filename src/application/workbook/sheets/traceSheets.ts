import { answerText } from '../../texts/describeBecause'
import { namesIn, shownText, type HouseholdList, type ReviewTerms } from '../WorkbookInput'
import { choiceOf } from '../../../domain/interview/Interview'
import { refOfAnswer } from '../../../domain/interview/answerPath'
import type { ContestedPlace } from '../../../domain/team/everConflicted'
import type { Problem } from '../../../domain/shared/Problem'
import type { WorkbookSheet } from '../WorkbookSheet'

/** What was wrong with the list, cell by cell. */
export function problemSheet(
  rosterProblems: readonly Problem[],
  { texts, isIdInFull }: Pick<ReviewTerms, 'texts' | 'isIdInFull'>,
): WorkbookSheet {
  const header = (name: string): string => texts.term('columns', name)
  return {
    name: texts.term('sheets', 'problems'),
    isList: true,
    columns: [
      { header: header('severity'), width: 10, kind: 'text' },
      { header: header('code'), width: 24, kind: 'text' },
      { header: header('file'), width: 24, kind: 'text' },
      { header: header('sheet'), width: 16, kind: 'text' },
      { header: header('cell'), width: 10, kind: 'text' },
      { header: header('value'), width: 24, kind: 'text' },
      { header: header('message'), width: 50, kind: 'text' },
      { header: header('remedy'), width: 50, kind: 'text' },
    ],
    rows: rosterProblems.map((problem) => {
      const { message, remedy } = texts.problem(problem)
      const { file = null, sheet = null, cell = null } = problem.place
      return [
        texts.term('severity', problem.severity),
        problem.code,
        file,
        sheet,
        cell,
        shownText(problem.value, isIdInFull),
        shownText(message, isIdInFull),
        remedy,
      ]
    }),
  }
}

/** Every answer that took the place of another: old, new, who, when, why. */
export function correctionList({ texts, isIdInFull }: ReviewTerms): HouseholdList {
  const header = (name: string): string => texts.term('columns', name)
  return {
    sheet: 'corrections',
    columns: [
      { header: header('household'), width: 22, kind: 'text' },
      { header: header('question'), width: 24, kind: 'text' },
      { header: header('source'), width: 14, kind: 'text' },
      { header: header('oldValue'), width: 20, kind: 'text' },
      { header: header('newValue'), width: 20, kind: 'text' },
      { header: header('who'), width: 14, kind: 'text' },
      { header: header('when'), width: 20, kind: 'instant' },
      { header: header('why'), width: 30, kind: 'text' },
      { header: header('differed'), width: 16, kind: 'text' },
    ],
    rowsOf: ({ assessment }) => {
      const places = new Set(assessment.everConflicted.map(placeKey))
      return assessment.corrections.map(({ ref, old, new: changed }) => {
        const { instrument } = assessment.interview
        return [
          assessment.household.id,
          instrument.questions.get(ref.question)?.data.label[texts.language] ?? ref.question,
          namesIn(assessment, texts)(ref),
          shownText(answerText(old.value, ref.question, instrument, texts), isIdInFull),
          shownText(answerText(changed.value, ref.question, instrument, texts), isIdInFull),
          changed.person,
          changed.at,
          changed.reason ?? null,
          places.has(placeKey(changed)) ? texts.term('history', 'ever_conflicted') : null,
        ]
      })
    },
  }
}

/** Everything written beside a question: household, question, whose it is, the note, who, when. */
export function noteList({ texts, isIdInFull }: ReviewTerms): HouseholdList {
  const header = (name: string): string => texts.term('columns', name)
  return {
    sheet: 'notes',
    columns: [
      { header: header('household'), width: 22, kind: 'text' },
      { header: header('question'), width: 24, kind: 'text' },
      { header: header('source'), width: 14, kind: 'text' },
      { header: header('noteText'), width: 60, kind: 'text' },
      { header: header('writtenBy'), width: 14, kind: 'text' },
      { header: header('when'), width: 20, kind: 'instant' },
    ],
    rowsOf: ({ assessment }) => {
      const { household, interview, notes } = assessment
      const rowOf = (about: string, text: string, by: string | null, at: string | null) => {
        const ref = refOfAnswer(about)
        const label = interview.instrument.questions.get(ref.question)?.data.label[texts.language]
        const whose = namesIn(assessment, texts)(ref)
        return [household.id, label ?? ref.question, whose, shownText(text, isIdInFull), by, at]
      }
      // The form itself asks for one note at its end.
      const asked = choiceOf(interview, interview.household, 'note')
      return [
        ...notes.map(({ about, text, by, at }) => rowOf(about, text, by, at)),
        ...(asked === undefined ? [] : [rowOf('note', asked, null, null)]),
      ]
    },
  }
}

function placeKey({ entity, entityId, path }: ContestedPlace): string {
  return `${entity} ${entityId} ${path}`
}
