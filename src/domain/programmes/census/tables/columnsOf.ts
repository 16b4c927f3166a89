import type { CaseBook } from './CaseBook'
import type { Population } from './TableData'
import type { UnitColumns } from './UnitColumns'

/** The columns that the cases of a population stand in. */
export function columnsOf(book: CaseBook, population: Population): UnitColumns {
  switch (population) {
    case 'listed':
    case 'households':
      return book.households
    case 'persons':
    case 'children':
      return book.persons
    case 'villages':
      return book.villageForms
    case 'county':
      return book.county
  }
}
