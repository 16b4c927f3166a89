import { additionalName, isAdditionalName } from '../../../domain/instrument/AdditionalForm'
import type { ChoiceData } from '../../../domain/instrument/Instrument'
import type { Problem } from '../../../domain/shared/Problem'
import { cellProblem, type SheetRows } from './SheetRows'
import { wordsIn } from './translatedText'

/** A name as the form has it: `x_` before it, in lower case. */
export function ownName(name: string): string {
  const lower = name.toLowerCase()
  return isAdditionalName(lower) ? lower : additionalName(lower)
}

const NAME = /^[a-z_][a-z0-9_]*$/i

export function isName(name: string): boolean {
  return NAME.test(name)
}

export interface ChoiceLists {
  readonly lists: Readonly<Record<string, readonly ChoiceData[]>>
  readonly problems: readonly Problem[]
}

/** The lists of the choices sheet, by the names that the form has them by. */
export function choiceLists(sheet: SheetRows): ChoiceLists {
  const words = wordsIn(sheet)
  const lists: Record<string, ChoiceData[]> = {}
  const problems: Problem[] = []
  for (const row of sheet.rows) {
    const list = row.at('list_name')
    const name = row.at('name')
    const label = words(row, 'label')
    if (list === null || !isName(list))
      problems.push(cellProblem('additional_name_invalid', row, 'list_name'))
    else if (name === null || /\s/.test(name))
      problems.push(cellProblem('additional_choice_invalid', row, 'name'))
    else if (label === null) problems.push(cellProblem('additional_label_missing', row, 'name', { name }))
    else {
      const choices = (lists[ownName(list)] ??= [])
      if (choices.some((choice) => choice.name === name))
        problems.push(cellProblem('additional_name_twice', row, 'name'))
      else choices.push({ name, label })
    }
  }
  return { lists, problems }
}
