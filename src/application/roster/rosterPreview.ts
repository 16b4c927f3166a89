import type { RosterHousehold } from '../../domain/roster/Roster'
import type { RosterCodes } from '../../domain/roster/RosterVocabulary'
import type { Problem } from '../../domain/shared/Problem'
import { groupBy } from '../../domain/shared/groupBy'
import { villageOf } from './adoptRoster'
import type { ImportedRoster } from './importRoster'
import { sheetKey } from './rosterAnswers'

/** A read roster as the preview shows it; the households stay text until they are taken, so that handing over is quick. */
export interface RosterPreview extends Omit<ImportedRoster, 'households'> {
  readonly householdCount: number
  readonly memberCount: number
  readonly villages: readonly VillageText[]
  /** Sheets with households whose register status the list leaves open: the user is asked. */
  readonly statusAsked: readonly SheetCount[]
  /** Households known only by village, name and birth date: the user confirms them. */
  readonly weakKeys: readonly WeakKey[]
  /** Coded columns with bare numbers in them: the user may choose what they mean on this list. */
  readonly numbersAsked: readonly AskedNumbers[]
}

/** A village's households as JSON. */
export type VillageText = string

export interface SheetCount {
  readonly file: string
  readonly sheet: string
  readonly count: number
}

export interface AskedNumbers {
  readonly file: string
  readonly sheet: string
  /** Of the column. */
  readonly letters: string
  readonly header: string
  readonly list: keyof RosterCodes
  /** Each number without a meaning as yet, and in how many cells it stands, the most frequent first. */
  readonly numbers: readonly { readonly number: string; readonly count: number }[]
}

export interface WeakKey {
  readonly headName: string | null
  readonly village: string | null
  readonly row: number
}

/** What the preview needs of a read roster besides its villages. */
export function previewOf({ households, ...read }: ImportedRoster): Omit<RosterPreview, 'villages'> {
  const unknown = groupBy(
    households.filter(({ status }) => status === null),
    ({ source }) => sheetKey(source),
  )
  return {
    ...read,
    householdCount: households.length,
    memberCount: households.reduce((sum, { members }) => sum + members.length, 0),
    statusAsked: [...unknown.values()].map((asked) => {
      const { file, sheet } = (asked[0] as RosterHousehold).source
      return { file, sheet, count: asked.length }
    }),
    weakKeys: households
      .filter(({ weakKey }) => weakKey)
      .map(({ headName, village, source }) => ({ headName, village, row: source.row })),
    numbersAsked: askedNumbers(read.problems),
  }
}

/** Its villages, each made when it is asked for: all of them are the county once more. */
export function villageTexts({ households }: ImportedRoster): {
  readonly count: number
  readonly texts: Iterable<VillageText>
} {
  const villages = groupBy(households, villageOf)
  function* texts(): Generator<VillageText> {
    for (const ofVillage of villages.values()) yield JSON.stringify(ofVillage)
  }
  return { count: villages.size, texts: texts() }
}

function askedNumbers(problems: readonly Problem[]): readonly AskedNumbers[] {
  const bare = problems.filter(({ code }) => code === 'code_number_only')
  const lettersOf = ({ place }: Problem): string => place.cell?.replace(/\d+$/, '') ?? ''
  const columns = groupBy(bare, (problem) =>
    JSON.stringify([problem.place.file, problem.place.sheet, lettersOf(problem)]),
  )
  return [...columns.values()].map((ofColumn): AskedNumbers => {
    const first = ofColumn[0] as Problem
    const { file = '', sheet = '' } = first.place
    const numbers = groupBy(ofColumn, ({ details }) => String(details?.['number']))
    return {
      file,
      sheet,
      letters: lettersOf(first),
      header: String(first.details?.['header']),
      list: first.details?.['list'] as keyof RosterCodes,
      numbers: [...numbers]
        .map(([number, cells]) => ({ number, count: cells.length }))
        .sort((left, right) => right.count - left.count),
    }
  })
}
