import { expect, it } from 'vitest'
import { read, type CellObject } from 'xlsx'
import { writeWorkbook } from '../../src/adapters/excel/writeWorkbook'
import { STANDARDS } from '../../src/adapters/resources/standards'
import { textsOf } from '../../src/adapters/resources/texts'
import { reportCounty } from '../../src/application/measures/reportCounty'
import { computedSheets } from '../../src/application/workbook/review/computedSheets'
import { codeSheet } from '../../src/application/workbook/sheets/codeSheet'
import { coverSheet } from '../../src/application/workbook/sheets/coverSheet'
import { decisionWordSheet } from '../../src/application/workbook/sheets/decisionWords'
import type { MeasuredHousehold } from '../../src/domain/programmes/assessment/measures/MeasuredHousehold'
import { seededRandom } from '../../src/domain/shared/seededRandom'
import { someStandards } from '../builders/someStandards'
import { describeWithOffice } from './describeWhere'
import { editSheet } from './editSheet'
import { cellsNamed, namedCells } from './namedCells'
import { DESIGNS, randomCounty, rowsOf, type RandomCounty } from './randomCounty'
import { recalculate } from './soffice'

const RULES = someStandards()
const TEXTS = textsOf('zh-CN')
/** What is told of a household as the workbook was written, and no result. */
const AS_WRITTEN = ['待定的户（导出时）']

describeWithOffice('what is decided in the review sheet', () => {
  const cases = DESIGNS.flatMap((design) => [1, 2].map((seed) => [design, seed] as const))
  it.each(cases)('makes of a county drawn by %s (%i) what the measures make of it', async (design, seed) => {
    const county = randomCounty(seed, design)
    const workbook = await workbookOf(county)
    const { typed, households } = decide(workbook, county, seed)
    const recalculated = await recalculate(editSheet(workbook, '复核', typed))
    const expected = await workbookOf({ ...county, households })
    expect(differencesOf(expected, recalculated)).toEqual([])
  })

  it('is undone to the last digit when it is taken out again', async () => {
    const workbook = await recalculate(await workbookOf(randomCounty(5, 'alike')))
    const { typed } = decide(workbook, randomCounty(5, 'alike'), 5)
    const decided = await recalculate(editSheet(workbook, '复核', typed))
    expect(valuesOf(decided)).not.toEqual(valuesOf(workbook))
    const emptied = Object.fromEntries(Object.keys(typed).map((address) => [address, null]))
    expect(valuesOf(await recalculate(editSheet(decided, '复核', emptied)))).toEqual(valuesOf(workbook))
  })

  it('a total that is changed on the cover changes the incidence', async () => {
    const county = randomCounty(6, 'alike')
    const totals = {
      ruralRegistered: 90_000,
      exited: 8_000,
      poor: 400,
      unregistered: 60_000,
      sampledVillagesUnregistered: 3_000,
      source: '公报',
    }
    const workbook = await workbookOf({ ...county, totals: { ...totals, poor: 1 } })
    const [poor] = cellsNamed(workbook, 'T_poor')
    const typed = editSheet(workbook, poor?.sheet ?? '', { [poor?.address ?? '']: 400 })
    expect(differencesOf(await workbookOf({ ...county, totals }), await recalculate(typed))).toEqual([])
  })
})

/** Decisions on a third of the rows that allow one, in words of one language or the other, or as codes. */
function decide(
  workbook: Uint8Array,
  { households }: RandomCounty,
  seed: number,
): { readonly typed: Readonly<Record<string, string>>; readonly households: readonly MeasuredHousehold[] } {
  const random = seededRandom(seed + 1_000)
  const byId = new Map(households.map((household) => [household.id, household]))
  const names = namedCells(workbook)
  const decisions = names.get('Review_decision') ?? []
  const typed: Record<string, string> = {}
  for (const [index, { value }] of (names.get('Review_key') ?? []).entries()) {
    const household = byId.get(String(value))
    const cell = decisions[index]
    if (household === undefined || cell === undefined || random.next() > 0.35) continue
    const word = random.pick(wordsFor(household))
    typed[cell.address] = random.pick([
      word,
      TEXTS.term('determinations', word),
      textsOf('en').term('determinations', word),
    ])
    byId.set(household.id, decided(household, word))
  }
  return { typed, households: households.map(({ id }) => byId.get(id)).filter((each) => each !== undefined) }
}

function wordsFor({ conclusion }: MeasuredHousehold) {
  if (conclusion === 'suspected_wrong_exit')
    return ['wrong_exit', 'exit_confirmed', 'wrong_inclusion'] as const
  if (conclusion === 'suspected_omission') return ['omission', 'no_omission'] as const
  return ['wrong_inclusion', 'inclusion_confirmed'] as const
}

function decided(household: MeasuredHousehold, word: ReturnType<typeof wordsFor>[number]): MeasuredHousehold {
  if (word === 'wrong_inclusion' || word === 'inclusion_confirmed')
    return { ...household, isWrongInclusion: word === 'wrong_inclusion' }
  return { ...household, determined: word }
}

async function workbookOf({ households, totals }: RandomCounty): Promise<Uint8Array> {
  const report = reportCounty(households, { totals, reading: null }, RULES)
  const frame = {
    report,
    villageForms: new Map(),
    countyForm: { schools: null, hospitals: null, notes: '' },
    readingChoices: [],
    draws: [],
    rosterProblems: [],
    standards: RULES,
    edition: STANDARDS.standards,
    sources: STANDARDS.sources,
  }
  const terms = { texts: TEXTS, isIdInFull: false, isSampled: true, project: 'p' }
  const { review, results, steps } = computedSheets(rowsOf(households), frame, undefined, (id) => id, TEXTS)
  const contents = {
    households: households.length,
    interviewed: 0,
    hidden: 0,
    questionsLeftOut: 0,
    areListsApart: false,
  }
  const cover = coverSheet(frame, { ...contents, state: '', sheets: [] }, terms)
  return writeWorkbook([
    cover,
    review,
    ...results,
    ...steps,
    codeSheet(undefined, TEXTS),
    decisionWordSheet(TEXTS),
  ])
}

/** Every cell of every sheet but the review itself, as it was computed. */
function valuesOf(workbook: Uint8Array): ReadonlyMap<string, CellObject['v']> {
  const values = new Map<string, CellObject['v']>()
  for (const [name, sheet] of Object.entries(read(workbook).Sheets)) {
    if (name === '复核') continue
    const asWritten = new Set<string>()
    for (const [address, cell] of Object.entries(sheet as Record<string, CellObject>)) {
      if (address.startsWith('!') || cell.v === undefined || cell.v === '') continue
      const column = address.replace(/\d+/, '')
      if (AS_WRITTEN.includes(String(cell.v))) asWritten.add(column)
      if (!asWritten.has(column)) values.set(`${name}!${address}`, cell.t === 'e' ? cell.w : cell.v)
    }
  }
  return values
}

/** Cells of results and steps that are not as the measures have them: to 1e-9 of their size. */
function differencesOf(expected: Uint8Array, recalculated: Uint8Array): readonly (readonly unknown[])[] {
  const [before, after] = [valuesOf(expected), valuesOf(recalculated)]
  expect(before.size).toBeGreaterThan(300)
  return [...before].flatMap(([place, value]) => {
    const now = after.get(place)
    return isSame(value, now) ? [] : [[place, value, now]]
  })
}

function isSame(one: CellObject['v'], other: CellObject['v']): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))
}
