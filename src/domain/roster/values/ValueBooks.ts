import type { RosterCodes, RosterLimits, RosterVocabulary } from '../RosterVocabulary'
import { codeBook, withNumbers, type CodeBook } from './codeLabel'
import { dittoMarks, type DittoMarks } from './dittoMark'

/** What reading a value needs: the code lists, the marks that mean 'nothing', the bounds. Made once an import. */
export interface ValueBooks {
  readonly codes: Readonly<Record<keyof RosterCodes, CodeBook>>
  readonly missing: ReadonlySet<string>
  readonly dittos: DittoMarks
  readonly limits: RosterLimits
  /** Days to add to a bare number that stands for a day: see `SheetTable`. */
  readonly epochShift: number
}

/** By column letters: the code list, and its codes by the number that stands for them. */
export type NumberMeanings = Readonly<
  Record<string, { readonly list: keyof RosterCodes; readonly codes: Readonly<Record<string, string>> }>
>

export function valueBooks({ codes, markers, limits }: RosterVocabulary): ValueBooks {
  return {
    codes: {
      relation: codeBook('relation', codes.relation),
      education_level: codeBook('education_level', codes.education_level),
      student_status: codeBook('student_status', codes.student_status),
      health: codeBook('health', codes.health),
      labor_ability: codeBook('labor_ability', codes.labor_ability),
      work_place: codeBook('work_place', codes.work_place),
      household_category: codeBook('household_category', codes.household_category),
      household_mark: codeBook('household_mark', codes.household_mark),
      poverty_cause: codeBook('poverty_cause', codes.poverty_cause),
      register_status: codeBook('register_status', codes.register_status),
      sex: codeBook('sex', codes.sex),
      yes_no: codeBook('yes_no', codes.yes_no),
    },
    missing: new Set(markers.missingValues),
    dittos: dittoMarks(markers),
    limits,
    epochShift: 0,
  }
}

/** The books for a column whose numbers the user has given a meaning. */
export function booksWith(books: ValueBooks, { list, codes }: NumberMeanings[string]): ValueBooks {
  return { ...books, codes: { ...books.codes, [list]: withNumbers(books.codes[list], codes) } }
}
