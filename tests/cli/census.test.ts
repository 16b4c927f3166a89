import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Comparison } from '../../src/domain/programmes/census/compare/compareFigures'
import { cellsNamed } from '../office/namedCells'
import { runYihu } from './runYihu'
import { toldAs } from './toldAs'

interface Counted {
  readonly coverage: Readonly<Record<string, unknown>> | null
  readonly tables: readonly {
    readonly id: string
    readonly population: string
    readonly area: string
    readonly rows: readonly { readonly code: string; readonly count: number; readonly share: number | null }[]
    readonly base: number
    readonly unanswered: number
  }[]
  readonly checks: readonly Readonly<Record<string, unknown>>[]
  readonly problems: readonly { readonly code: string }[]
}

/** Two villages of one name in two townships: households of one or two people, one child among them. */
const ROSTER = `县,乡,行政村,户编号,人编号,姓名,性别,出生日期,与户主关系,健康状况,脱贫属性
测县,甲乡,石村,101,1011,李一,男,1980-05-05,户主,健康,已脱贫
测县,甲乡,石村,101,1012,李小,女,2010-05-05,之女,健康,已脱贫
测县,甲乡,石村,102,1021,王二,男,1950-05-05,户主,长期慢性病,已脱贫
测县,乙乡,石村,201,2011,张三,女,1975-05-05,户主,健康,未脱贫
测县,乙乡,木村,301,3011,赵四,男,1960-05-05,户主,健康,返贫
`

const ANSWERS = [
  ['101', { visit_outcome: 'enumerated', bedding: 'enough', support_received: ['industry', 'health'] }],
  ['102', { visit_outcome: 'enumerated', bedding: 'short', support_received: ['none'] }],
  ['201', { visit_outcome: 'enumerated', support_received: ['industry'] }],
  ['301', { visit_outcome: 'refused', outcome_reason: '不愿登记' }],
] as const

const lines = (all: readonly object[]): string => all.map((each) => `${JSON.stringify(each)}\n`).join('')

let folder = ''
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-census-'))
  const answers = ANSWERS.flatMap(([household, own]) =>
    Object.entries(own).map(([question, value]) => ({ household, question, value })),
  )
  const ofMembers = [
    { household: '101', member: '1012', question: 'school_status', value: 'in_school' },
    { household: '101', member: '1011', question: 'insurance', value: 'resident' },
  ]
  const villages = [
    { village: '测县/甲乡/石村', question: 'hard_road', value: 'yes' },
    { village: '乙乡/石村', question: 'hard_road', value: 'yes' },
    { village: '乙乡/石村', question: 'hard_road', value: 'no', reason: '填错' },
    { village: '木村', question: 'central_water', value: 'part' },
  ]
  await writeFile(at('roster.csv'), ROSTER)
  await writeFile(at('answers.jsonl'), lines([...answers, ...ofMembers]))
  await writeFile(at('villages.jsonl'), lines(villages))
  await writeFile(at('county.json'), JSON.stringify({ library: 'yes', townships: 2, with_clinic: 1 }))
})
afterAll(() => rm(folder, { recursive: true }))

async function census(...more: readonly string[]) {
  const given = ['--roster', at('roster.csv'), '--answers', at('answers.jsonl')]
  const ran = await runYihu('census', ...given, '--as-of', '2020-12-31', '--region', 'west', ...more)
  return { ...ran, counted: ran.stdout.startsWith('{') ? (JSON.parse(ran.stdout) as Counted) : null }
}

describe('yihu census', () => {
  it('tells what the checks find in areas and households, the gravest first', async () => {
    await writeFile(at('few.json'), JSON.stringify({ townships: 1 }))
    const { counted } = await census('--county', at('few.json'), '--json', '--lang', 'en')
    const [first, ...others] = counted?.checks ?? []
    expect(first).toEqual({
      check: 'townships_below_list',
      tier: 'error',
      level: 'county',
      area: 'county',
      questions: ['townships'],
      text: '1 townships, and 2 are on the list.',
    })
    expect(others[0]).toMatchObject({
      check: 'confidentiality_untold',
      tier: 'error',
      level: 'household',
      area: '测县/甲乡/石村',
      questions: ['told_confidential'],
      text: 'The household was not told of confidentiality: it cannot count as enumerated.',
    })
    expect(others[0]?.['household']).toBeTruthy()
  })
  it('writes the workbook, whose names tell what it is and what was counted', async () => {
    const { code, stdout } = await census('--villages', at('villages.jsonl'), '--out', at('census.xlsx'))
    expect(code).toBe(0)
    expect(stdout).toContain(at('census.xlsx'))
    const workbook = await readFile(at('census.xlsx'))
    const named = (name: string) => cellsNamed(workbook, name)[0]?.value
    expect(named('Yihu_Format')).toBe('census 1')
    expect(named('Yihu_AsOf')).toBe('2020-12-31')
    expect(named('C_bedding_enough')).toBe(1)
    expect(named('C_village_services_hard_road')).toBe(1)
    expect(cellsNamed(workbook, 'H_key').map(({ value }) => value)).toEqual(['101', '102', '201', '301'])
  })

  it('does not write the workbook over a file that it reads', async () => {
    const { code, stderr } = await census('--out', at('answers.jsonl'))
    expect(code).toBe(1)
    expect(stderr).toContain('answers.jsonl')
    expect(await readFile(at('answers.jsonl'), 'utf8')).toContain('enumerated')
  })

  it('tells coverage and the tables of the county', async () => {
    const areas = ['--villages', at('villages.jsonl'), '--county', at('county.json')]
    const { code, counted } = await census('--json', ...areas)
    expect(code).toBe(0)
    expect(counted?.coverage).toMatchObject({
      ...{ listed: 4, found: 0, duplicates: 0, enumerated: 3, open: 0, rate: 3 / 4 },
      byOutcome: { enumerated: 3, refused: 1, not_visited: 0 },
    })
    const table = (id: string) => {
      const found = counted?.tables.filter((each) => each.id === id)
      expect(found?.length, id).toBe(1)
      return found?.[0]
    }
    expect(table('bedding')).toEqual({
      id: 'bedding',
      population: 'households',
      area: 'county',
      rows: [
        { code: 'enough', count: 1, share: 1 / 2 },
        { code: 'short', count: 1, share: 1 / 2 },
      ],
      base: 2,
      unanswered: 1,
    })
    expect(table('support')?.rows.slice(0, 1)).toEqual([{ code: 'industry', count: 2, share: 2 / 3 }])
    expect(table('age_sex')?.rows.filter(({ count }) => count > 0)).toEqual([
      { code: '6_15', column: 'female', count: 1, share: 1 / 4 },
      { code: '16_59', column: 'male', count: 1, share: 1 / 4 },
      { code: '16_59', column: 'female', count: 1, share: 1 / 4 },
      { code: '60_plus', column: 'male', count: 1, share: 1 / 4 },
    ])
    expect(table('education')).toMatchObject({ base: 1, unanswered: 0 })
    expect(table('insurance')).toMatchObject({ base: 1, unanswered: 3 })
    expect(table('village_services')?.rows[0]).toMatchObject({ code: 'hard_road', count: 1, base: 2 })
    expect(table('village_water')).toMatchObject({ base: 1, unanswered: 2 })
    expect(table('townships')?.rows[0]).toEqual({ code: 'with_clinic', count: 1, share: 1 / 2 })
  })

  it('compares with the figures that an earlier count wrote', async () => {
    const { stdout } = await census('--json', '--areas')
    const earlier = JSON.parse(stdout) as Counted
    const shifted = {
      ...earlier,
      tables: earlier.tables
        .filter(({ id }) => id !== 'size')
        .map((table) =>
          table.id !== 'bedding'
            ? table
            : {
                ...table,
                rows: table.rows.map((row) => ({ ...row, share: row.code === 'enough' ? 0.25 : 0.75 })),
              },
        ),
    }
    await writeFile(at('earlier.json'), JSON.stringify(shifted))
    const told = await census('--compare', at('earlier.json'), '--json')
    const { compare } = JSON.parse(told.stdout) as { readonly compare: Comparison }
    const bedding = compare.tables.find(({ id }) => id === 'bedding')
    expect(bedding?.rows).toMatchObject([
      { code: 'enough', standing: 'both', share: 0.5, earlier: 0.25, difference: 0.25, interval: null },
      { code: 'short', standing: 'both', share: 0.5, earlier: 0.75, difference: -0.25, interval: null },
    ])
    expect(compare.onlyIn).toEqual({ now: ['size'], earlier: [] })
    // Areas were not asked for: they are not gone.
    expect(compare.areas).toEqual({ now: [], earlier: [] })
    const text = await census('--compare', at('earlier.json'), '--lang', 'en')
    expect(text.stdout).toContain('50.00 %  earlier 25.00 %  difference in points +25.00')
    expect(text.stdout).toContain('Now alone (tables): Size of households')
  })

  it.each([
    ['{"tables":[', 'figures_damaged'],
    ['{"version":9,"tables":[]}', 'figures_version_unknown'],
    ['{"answers":1}', 'figures_unreadable'],
  ])('refuses to compare with %s', async (content, code) => {
    await writeFile(at('bad.json'), content)
    const told = await census('--compare', at('bad.json'), '--json')
    expect(told.code).toBe(1)
    expect(told.counted).toMatchObject({ coverage: null, problems: [{ code, file: 'bad.json' }] })
    expect(told.stderr).toContain('bad.json')
  })

  it('with --areas tells townships and villages too', async () => {
    const { counted } = await census('--json', '--areas')
    const areas = counted?.tables.filter(({ id }) => id === 'bedding').map(({ area, base }) => [area, base])
    expect(areas).toEqual([
      ['county', 2],
      ['测县/甲乡', 2],
      ['测县/乙乡', 0],
      ['测县/甲乡/石村', 2],
      ['测县/乙乡/石村', 0],
      ['测县/乙乡/木村', 0],
    ])
    expect(counted?.coverage).toMatchObject({
      areas: [
        {},
        { area: '测县/乙乡', enumerated: 1, rate: 1 / 2 },
        {},
        {},
        { area: '测县/乙乡/木村', rate: 0 },
      ],
    })
  })

  it('has words for households without a village, and counts no village and no township of them', async () => {
    const unnamed = ',,,401,4011,钱五,男,1960-05-05,户主,健康,已脱贫\n'
    await writeFile(at('unnamed.csv'), ROSTER + unnamed)
    await writeFile(at('whole.json'), JSON.stringify({ townships: 2, administrative_villages: 3 }))
    const files = ['--roster', at('unnamed.csv'), '--answers', at('answers.jsonl')]
    const more = ['--county', at('whole.json'), '--as-of', '2020-12-31', '--region', 'west', '--areas']
    const { code, stdout } = await runYihu('census', ...files, ...more)
    expect(code).toBe(0)
    expect(stdout).toMatch(/ {2}没有写村 {2}/)
    expect(stdout).toMatch(/ {2}没有写乡镇 {2}/)
    expect(stdout).not.toMatch(/ {2}\/{1,2} {2}/)
    expect(stdout).not.toContain('名单上有')
  })

  it('tells the same in words, with rounded shares', async () => {
    const { stdout, code } = await census('--lang', 'en')
    expect(code).toBe(0)
    expect(stdout).toContain('Rate of coverage 75.00 %')
    expect(stdout).toMatch(/Farming and business {2}2 {2}66\.67 %/)
    expect((await census()).stdout).toContain('没有回答 1')
  })

  it.each<[what: string, file: string, option: string, code: Parameters<typeof toldAs>[0]]>([
    [
      'a village that is not listed',
      lines([{ village: '土村', question: 'power', value: 'yes' }]),
      '--villages',
      'village_unknown',
    ],
    [
      'a name of two villages',
      lines([{ village: '石村', question: 'power', value: 'yes' }]),
      '--villages',
      'village_ambiguous',
    ],
    [
      'a question that villages are not asked',
      lines([{ village: '木村', question: 'library', value: 'yes' }]),
      '--villages',
      'area_question_unknown',
    ],
    [
      'a choice that is not offered',
      lines([{ village: '木村', question: 'power', value: 'some' }]),
      '--villages',
      'area_choice_unknown',
    ],
    ['an array of lines', '[{}]', '--villages', 'lines_in_array'],
    ['a county’s form in lines', '{"library":"yes"}\n{"townships":2}', '--county', 'area_form_unreadable'],
    ['more clinics than townships', '{"townships":2,"with_clinic":3}', '--county', 'area_part_exceeds_whole'],
    ['an answer that is none', '{"library":true}', '--county', 'area_choice_unknown'],
    [
      'a question of the assessment',
      lines([{ household: '101', question: 'consent', value: 'agrees' }]),
      '--answers',
      'answers_question_unknown',
    ],
  ])('refuses %s', async (_, content, option, code) => {
    await writeFile(at('wrong'), content)
    const { counted, stderr, code: exit } = await census('--json', option, at('wrong'))
    expect(exit).toBe(1)
    expect(counted).toMatchObject({ coverage: null, tables: [], problems: [{ code }] })
    expect(stderr).toMatch(toldAs(code))
  })

  it('explains its words where they are wrong', async () => {
    const { code, stderr } = await runYihu('census', '--roster', at('roster.csv'))
    expect([code, stderr.includes('usage: yihu census')]).toEqual([2, true])
  })
})
