import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { keyedHash } from '../../../src/adapters/crypto/keyedHash'
import { readSheets } from '../../../src/adapters/excel/readSheets'
import { writeReport } from '../../../src/adapters/excel/writeReport'
import { rosterVocabulary } from '../../../src/adapters/resources/rosterVocabulary'
import { textsOf } from '../../../src/adapters/resources/texts'
import { adoptRoster } from '../../../src/application/roster/adoptRoster'
import {
  importRoster,
  type ImportedRoster,
  type ImportProgress,
} from '../../../src/application/roster/importRoster'
import { answeredHouseholds, sheetKey } from '../../../src/application/roster/rosterAnswers'
import { previewOf, villageTexts } from '../../../src/application/roster/rosterPreview'
import { rosterProblems } from '../../../src/application/roster/rosterProblems'
import { problemReport } from '../../../src/application/workbook/problemReport'
import type { RosterHousehold } from '../../../src/domain/roster/Roster'
import type { SheetChoice } from '../../../src/domain/roster/mapSheet'
import { AUTHOR, aMemoryProject } from '../../builders/aMemoryProject'

const encoder = new TextEncoder()
const LIST = [
  '行政村,户编号,姓名,与户主关系,脱贫属性,备用',
  '石村,,游离人,之子,,',
  '石村,001,李甲,户主,,甲',
  '石村,002,王乙,户主,已脱贫(享受政策),乙',
].join('\n')

function read(
  text: string,
  choice?: Omit<SheetChoice, 'file' | 'sheet'>,
  tell?: (told: ImportProgress) => void,
) {
  const files = [{ name: 'list.csv', bytes: encoder.encode(text) }]
  const ports = { readSheets, vocabulary: rosterVocabulary, keyedHash, ...(tell && { tell }) }
  const sheet = importRoster({ files, salt: 's' }, ports).sheets[0]?.sheet ?? ''
  const choices = choice === undefined ? [] : [{ file: 'list.csv', sheet, ...choice }]
  return importRoster({ files, salt: 's', choices }, ports)
}

function keptOf({ households }: ImportedRoster): readonly unknown[] {
  return households.map(({ kept, members }) => ({ ...kept, ...members[0]?.kept }))
}

describe('a corrected import', () => {
  it('keeps an unknown column unless the user drops it', () => {
    expect(keptOf(read(LIST))[0]).toEqual({ 备用: '甲' })
    expect(keptOf(read(LIST, { columns: { F: 'drop' } }))[0]).toEqual({})
    expect(read(LIST, { columns: { F: 'drop' } }).sheets[0]?.columns.at(-1)).toMatchObject({
      isDropped: true,
    })
  })

  it('reports its progress', () => {
    const stages: string[] = []
    read(LIST, undefined, ({ stage, total }) => stages.push(`${stage} ${total}`))
    expect(new Set(stages)).toEqual(new Set(['opening 1', 'reading 4']))
  })
})

const NUMBERED = [
  '户编号,姓名,与户主关系,健康状况,脱贫属性',
  '001,李甲,01,1,未脱贫',
  '001,王乙,2,\"1,3\",未脱贫',
  '002,王丙,1,3,未脱贫',
].join('\n')

describe('a column of bare numbers', () => {
  it('is asked for, number by number with the cells it stands in, the most frequent first', () => {
    expect(previewOf(read(NUMBERED)).numbersAsked).toMatchObject([
      {
        letters: 'C',
        header: '与户主关系',
        list: 'relation',
        numbers: [{ number: '01' }, { number: '2' }, { number: '1' }],
      },
      {
        letters: 'D',
        list: 'health',
        numbers: [
          { number: '1', count: 2 },
          { number: '3', count: 1 },
        ],
      },
    ])
  })

  it('is read by the meanings that the user gives its numbers, several in a cell too', () => {
    const answered = read(NUMBERED, {
      columns: {},
      numbers: {
        C: { list: 'relation', codes: { '01': 'head', '1': 'head', '2': 'spouse' } },
        D: { list: 'health', codes: { '1': 'healthy', '3': 'disabled' } },
      },
    })
    const people = answered.households.flatMap(({ members }) => members)
    expect(people.map(({ relation, health }) => [relation, health])).toEqual([
      ['head', ['healthy']],
      ['spouse', ['healthy', 'disabled']],
      ['head', ['disabled']],
    ])
    expect(previewOf(answered).numbersAsked).toEqual([])
  })

  it('stays unread, and kept as it is, where the user chooses nothing', () => {
    const answered = read(NUMBERED, {
      columns: {},
      numbers: { C: { list: 'relation', codes: { '2': 'spouse' } } },
    })
    const first = answered.households[0]?.members[0]
    expect([first?.relation, first?.kept['与户主关系']]).toEqual([null, '01'])
  })
})

describe('the preview', () => {
  it('asks for the status of households whose list leaves it open, and takes the answer', () => {
    const [asked] = previewOf(read(LIST)).statusAsked
    expect(asked?.count).toBe(1)
    const key = asked === undefined ? '' : sheetKey(asked)
    const statuses = (answer: 'poor' | 'open') =>
      [...villageTexts(read(LIST)).texts].flatMap((village) =>
        answeredHouseholds(JSON.parse(village) as readonly RosterHousehold[], new Map([[key, answer]])).map(
          ({ status }) => status,
        ),
      )
    expect(statuses('poor')).toEqual(['poor', 'exited'])
    expect(statuses('open')).toEqual([null, 'exited'])
  })

  it('names the households that are known only weakly', () => {
    const preview = previewOf(read('行政村,姓名,与户主关系\n石村,李甲,户主'))
    expect(preview.weakKeys).toEqual([{ headName: '李甲', village: '石村', row: 2 }])
  })
})

describe('the problems of a roster', () => {
  it('are kept with the project, gravest first', async () => {
    const { households, problems } = read(LIST)
    const store = await aMemoryProject([], [])
    const adopted = await adoptRoster(store, households, AUTHOR, { problems: problems.toReversed() })
    const kept = adopted.ok ? await rosterProblems(store, adopted.value) : []
    expect(kept).toHaveLength(problems.length)
    expect(kept[0]?.severity).toBe('error')
    expect(await rosterProblems(store, 'another')).toEqual([])
  })

  it('are filled in a workbook of the list, and in words', async () => {
    const { problems } = read(LIST)
    const { tables } = readSheets({ name: 'list.csv', bytes: encoder.encode(LIST) })
    const bytes = await writeReport(problemReport(tables, problems, textsOf('zh-CN')))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
    const [words, list] = workbook.worksheets
    expect(words?.rowCount).toBe(problems.length + 1)
    const rejected = problems.find(({ severity }) => severity === 'error')?.place.cell ?? ''
    expect(list?.getCell(rejected).fill).toMatchObject({
      fgColor: { argb: expect.stringContaining('F8B4B4') },
    })
    expect(list?.getCell('B4').value).toBe('002')
    expect(list?.getCell('B4').fill).not.toMatchObject({ pattern: 'solid' })
  })
})
