import type { Frame } from '../../../instrument/compileExpression'
import { isFinished } from '../../../instrument/Roles'
import { frameOf } from '../../../interview/evaluateInterview'
import { outcomeIn, type Interview, type MemberInstance } from '../../../interview/Interview'
import { valueInForce, type StandardsInForce } from '../../../standards/Standards'
import type { AreaAnswers, AreaForm } from '../AreaForm'
import { OUT, type CompiledTable, type TableHead } from './CompiledTable'
import type { Population } from './TableData'
import { areaFrame } from './TableNames'
import { UnitColumns } from './UnitColumns'

/** A household as tables take it in. */
export interface CountedHousehold {
  readonly id: string
  /** See `villageOf`. */
  readonly village: string
  readonly interview: Interview
}

/**
 * The cases of a census, coded once for every table and kept as columns of small numbers: one row a household, a person, a village.
 * Tables are counted from the columns, and so are the cases behind each of their cells.
 */
export class CaseBook {
  /** Keys of the villages, in the order in which they came. */
  readonly villages: readonly string[]
  readonly households: UnitColumns
  readonly persons: UnitColumns
  #areas: { villageForms: UnitColumns; county: UnitColumns }
  /** Of each table of amounts, what the county's form says. */
  readonly amounts = new Map<string, readonly (number | undefined)[]>()
  readonly #villages: string[] = []
  readonly #numbers = new Map<string, number>()

  constructor(readonly tables: readonly CompiledTable[]) {
    this.villages = this.#villages
    this.households = this.#columns('listed', 'households')
    this.persons = this.#columns('persons', 'children')
    this.#areas = this.#noAreas()
  }

  get villageForms(): UnitColumns {
    return this.#areas.villageForms
  }

  /** Of the county, coded when its form was given. */
  get county(): UnitColumns {
    return this.#areas.county
  }

  /** Lets go of what villages' and the county's forms said: they say something else by now. */
  forgetAreas(): void {
    this.#areas = this.#noAreas()
    this.amounts.clear()
  }

  /**
   * Takes a household in. `tables`: the same tables compiled for the form of this interview, where that is another than the book's.
   * Only an enumerated household is a case of more than the tables of those listed.
   */
  addHousehold({ id, village, interview }: CountedHousehold, tables = this.tables): void {
    const number = this.#villageNumber(village)
    const isEnumerated = isFinished(outcomeIn(interview))
    const own = this.households.add(id, number, this.households.size)
    code(this.households, tables, frameOf(interview, interview.household), ({ population }) =>
      population === 'listed' ? true : isEnumerated,
    )
    if (!isEnumerated) return
    for (const member of interview.members) {
      if (!member.facts.isPresent) continue
      const isCase = isChild(member, interview.standards)
      this.persons.add(member.id, number, own)
      code(this.persons, tables, frameOf(interview, member), ({ population }) =>
        population === 'persons' ? true : isCase,
      )
    }
  }

  /** Takes in what a village's form says; a village without one is answered with nothing. */
  addVillage(village: string, form: Pick<AreaForm, 'questions'>, answers: AreaAnswers): void {
    const number = this.#villageNumber(village)
    this.villageForms.add(village, number, this.villageForms.size)
    code(this.villageForms, this.tables, areaFrame(form, answers), () => true)
  }

  /** Takes in what the county's form says. */
  addCounty(county: string, form: Pick<AreaForm, 'questions'>, answers: AreaAnswers): void {
    const frame = areaFrame(form, answers)
    this.county.add(county, 0, 0)
    code(this.county, this.tables, frame, () => true)
    for (const { id, coding } of this.tables)
      if (coding.kind === 'amounts') this.amounts.set(id, coding.amountsOf(frame))
  }

  #noAreas() {
    return { villageForms: this.#columns('villages'), county: this.#columns('county') }
  }

  #columns(...populations: readonly Population[]): UnitColumns {
    return new UnitColumns(this.tables.filter(({ population }) => populations.includes(population)))
  }

  #villageNumber(village: string): number {
    const known = this.#numbers.get(village)
    if (known !== undefined) return known
    const number = this.#villages.length
    this.#villages.push(village)
    this.#numbers.set(village, number)
    return number
  }
}

/** Codes the case that was added last by every table that its columns are about. */
function code(
  columns: UnitColumns,
  tables: readonly CompiledTable[],
  frame: Frame,
  isCase: (table: TableHead) => boolean,
): void {
  for (const table of tables) {
    const { coding } = table
    if (coding.kind === 'amounts' || !columns.has(table.id)) continue
    const isIn = isCase(table)
    const known = coding.kind === 'several' && isIn ? (coding.known?.(frame) ?? 0) : 0
    columns.push(table.id, isIn ? coding.codeOf(frame) : OUT, known)
  }
}

/** Of compulsory school age, in full years at the reference date. */
function isChild({ facts: { age } }: MemberInstance, standards: StandardsInForce): boolean {
  if (age === null) return false
  const [first, last] = [
    valueInForce(standards, 'compulsory_age_min'),
    valueInForce(standards, 'compulsory_age_max'),
  ]
  return age >= first && age <= last
}
