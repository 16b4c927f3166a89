import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from 'xlsx'
import { runYihu } from './runYihu'
import { isMadeKey } from '../../src/domain/roster/isMadeKey'
import type { ProblemCode } from '../../src/domain/shared/ProblemCode'
import { toldAs } from './toldAs'

interface Assessed {
  readonly standards: { readonly asOf: string; readonly region: string }
  readonly households: readonly {
    readonly id: string
    readonly status: string
    readonly conclusion: string
    readonly criteria: Readonly<
      Record<
        string,
        {
          readonly result: string
          readonly because: readonly object[]
          readonly wouldSettle: readonly string[]
        }
      >
    >
    readonly income: {
      readonly counted: number
      readonly claimed: number
      readonly persons: number
      readonly line: number
    } | null
    readonly flags: readonly { readonly flag: string; readonly because: readonly object[] }[]
    readonly unanswered: readonly {
      readonly question: string
      readonly member?: string
      readonly line?: string
    }[]
  }[]
  readonly problems: readonly {
    readonly code: string
    readonly line: number | null
    readonly message: string
  }[]
}

let folder = ''
const at = (name: string): string => join(folder, name)
const PLACE = ['--as-of', '2020-12-31', '--region', 'west']

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-cli-'))
  await runYihu('practice', '--households', '60', '--seed', '11', '--out', folder)
  const { json } = await assess(at('answers.jsonl'), '--json')
  const well = json?.households.find(
    ({ conclusion, flags }) => conclusion === 'exit_confirmed' && flags.length === 0,
  )
  LINE = { ...LINE, household: well?.id ?? '' }
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function assess(answers: string, ...more: readonly string[]) {
  const ran = await runYihu('assess', '--roster', at('roster.xlsx'), '--answers', answers, ...PLACE, ...more)
  return { ...ran, json: more.includes('--json') ? (JSON.parse(ran.stdout) as Assessed) : null }
}

async function answersFile(name: string, lines: readonly (object | string)[]): Promise<string> {
  await writeFile(
    at(name),
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return at(name)
}

/** A line about a household in which all is well. */
let LINE = { household: '', member: null as string | null, question: 'food_enough', value: 'all_year' }

describe('yihu assess', () => {
  it('judges a roster by answers and prints one JSON document', async () => {
    const { code, json } = await assess(at('answers.jsonl'), '--json')
    expect(code).toBe(0)
    expect(json?.standards).toMatchObject({ asOf: '2020-12-31', region: 'west' })
    expect(json?.households).toHaveLength(60)
    const suspected = json?.households.find(({ conclusion }) => conclusion === 'suspected_wrong_exit')
    expect(suspected?.status).toBe('exited')
    expect(suspected?.income).toMatchObject({ line: 4000 })
    const unmet = Object.values(suspected?.criteria ?? {}).find(({ result }) => result === 'unmet')
    expect(unmet?.because[0]).toMatchObject({
      fact: expect.any(String),
      rule: expect.any(String),
      source: expect.any(String),
    })
  })
  it('judges the three formats of one list alike', async () => {
    const verdicts = await Promise.all(
      ['roster.xlsx', 'roster.xls', 'roster.csv'].map(async (name) => {
        const ran = await runYihu(
          'assess',
          '--roster',
          at(name),
          '--answers',
          at('answers.jsonl'),
          ...PLACE,
          '--json',
        )
        return (JSON.parse(ran.stdout) as Assessed).households.map(({ id, conclusion }) => [id, conclusion])
      }),
    )
    expect(verdicts[1]).toEqual(verdicts[0])
    expect(verdicts[2]).toEqual(verdicts[0])
  })
  it('writes a workbook that says the same, with masked ID numbers unless they are asked for', async () => {
    const { code, json } = await assess(at('answers.jsonl'), '--json', '--out', at('out.xlsx'))
    expect(code).toBe(0)
    const workbook = read(await readFile(at('out.xlsx')), { dense: true })
    const numbers = workbook.Sheets['户']?.['!data']?.slice(1).map((row) => String(row[0]?.v))
    expect(numbers).toEqual(
      json?.households.map(({ id }) => (isMadeKey(id) ? expect.stringMatching(/^无编号（.+ .+）$/) : id)),
    )
    const ids = (bytes: Buffer) => JSON.stringify(read(bytes, { dense: true }).Sheets)
    expect(ids(await readFile(at('out.xlsx')))).not.toMatch(/539901(19|20)\d{6}/)
    await assess(
      at('answers.jsonl'),
      '--out',
      at('full.xlsx'),
      '--full-ids',
      '--by',
      '甲',
      '--why',
      '公安核对',
    )
    const full = ids(await readFile(at('full.xlsx')))
    expect(full).toMatch(/539901(19|20)\d{6}/)
    expect(full).toMatch(/甲 \d{4}-\d{2}-\d{2} \d{2}:\d{2}：公安核对/)
  })
  it.each([
    [['--full-ids']],
    [['--full-ids', '--by', '甲']],
    [['--full-ids', '--by', '甲', '--why', ' ']],
    [['--why', '核对']],
  ])('does not write ID numbers in full without who and why: %j', async (words) => {
    const { code, stderr } = await assess(at('answers.jsonl'), '--out', at('none.xlsx'), ...words)
    expect(code).toBe(2)
    expect(stderr).toContain('--full-ids --by 姓名 --why 原因')
    await expect(readFile(at('none.xlsx'))).rejects.toThrow()
  })
  it('reports for people without --json, in either language', async () => {
    expect((await assess(at('answers.jsonl'))).stdout).toContain('疑似错退')
    expect((await assess(at('answers.jsonl'), '--lang', 'en')).stdout).toContain('Suspected wrong exit')
  })
  it('refuses every unsound line with its number, and then writes nothing', async () => {
    const unsound: readonly (readonly [ProblemCode, object | string])[] = [
      ['answers_line_unreadable', 'food_enough'],
      ['answers_line_unreadable', '["food_enough"]'],
      ['answers_household_unknown', { ...LINE, household: '1' }],
      ['answers_question_unknown', { ...LINE, question: 'food' }],
      ['answer_choice_unknown', { ...LINE, value: 'always' }],
      ['answer_choice_unknown', { ...LINE, question: 'shocks', value: ['illness', 'bad luck'] }],
      ['answer_type_wrong', { ...LINE, question: 'water_short_days', value: '5' }],
      ['answer_type_wrong', { ...LINE, question: 'water_short_days', value: 1.5 }],
      ['answer_type_wrong', { ...LINE, value: ['all_year'] }],
      ['answer_type_wrong', { ...LINE, question: 'shocks', value: 'illness' }],
      ['answer_out_of_range', { ...LINE, question: 'water_short_days', value: 367 }],
      [
        'answer_id_malformed',
        { ...LINE, question: 'id_number', value: '99010119700101001', member: 'new-1' },
      ],
      ['answers_member_unknown', { ...LINE, question: 'insurance', value: 'resident', member: 'x' }],
      ['answers_member_unknown', { ...LINE, question: 'insurance', value: 'resident' }],
      ['answers_member_not_asked', { ...LINE, member: 'new-1' }],
      ['answers_line_missing', { ...LINE, question: 'amount_yuan', value: 5 }],
      ['answers_line_not_asked', { ...LINE, line: 1 }],
      ['answers_evidence_unknown', { ...LINE, evidence: 'gossip' }],
      ['answers_evidence_unknown', { ...LINE, evidence: [] }],
      ['answers_evidence_unknown', { ...LINE, evidence: ['respondent', 'gossip'] }],
      ['answers_evidence_unknown', { ...LINE, evidence: ['respondent', 'registry'] }],
      ['answers_evidence_unknown', { ...LINE, evidence: [['other']] }],
      ['answers_round_unknown', { ...LINE, round: 'third' }],
      ['answers_at_unreadable', { ...LINE, at: '2020-02-30' }],
      ['answers_by_unreadable', { ...LINE, by: 7 }],
      ['answers_reason_unreadable', { ...LINE, reason: 7 }],
      ['answers_given_for_unreadable', { ...LINE, givenFor: '0'.repeat(64) }],
      [
        'answers_given_for_unreadable',
        { ...LINE, question: 'accepts_result', value: 'agrees', givenFor: 'x' },
      ],
      ['answers_note_unreadable', { household: LINE.household, question: 'food_enough', note: ' ' }],
      ['answers_note_unreadable', { ...LINE, note: '门口堆着化肥' }],
      ['answers_member_unknown', { ...LINE, member: true }],
      ['answers_line_missing', { ...LINE, line: {} }],
      ['answer_empty', { ...LINE, question: 'shocks', value: [] }],
      ['answer_empty', { household: LINE.household, question: 'food_enough' }],
    ]
    const file = await answersFile('bad.jsonl', [LINE, '', ...unsound.map(([, line]) => line)])
    const ran = await assess(file, '--json', '--out', at('never.xlsx'))
    expect(ran.code).toBe(1)
    expect(ran.json?.households).toEqual([])
    const found = ran.json?.problems.flatMap(({ code, line }) => (line === null ? [] : [[code, line]]))
    expect(found).toEqual(unsound.map(([code], index) => [code, index + 3]))
    for (const [code] of unsound) expect(ran.stderr).toMatch(toldAs(code))
    await expect(stat(at('never.xlsx'))).rejects.toThrow()
  })
  it('takes two informants of one answer for two, and shows both', async () => {
    const file = await answersFile('both.jsonl', [
      { ...LINE, question: 'visit_outcome', value: 'completed' },
      { ...LINE, value: 'often_short', evidence: ['other', 'respondent', 'other'] },
    ])
    const ran = await assess(file, '--json')
    const household = ran.json?.households.find(({ id }) => id === LINE.household)
    expect(household?.criteria['food']).toMatchObject({
      result: 'unmet',
      because: [{ fact: 'food_enough', evidence: ['respondent', 'other'] }],
    })
  })
  it('takes what is observed as observed, and says so', async () => {
    const file = await answersFile('seen.jsonl', [
      { ...LINE, question: 'observed_house', value: 'looks_safe', evidence: 'respondent' },
    ])
    const ran = await assess(file)
    expect([ran.code, ran.stderr]).toEqual([0, expect.stringMatching(toldAs('answers_evidence_observed'))])
  })
  it('takes an ID number whose checksum or date is wrong, tidied, and says so', async () => {
    const of = { ...LINE, question: 'id_number', member: 'new-1' }
    const file = await answersFile('ids.jsonl', [
      { ...of, value: '990101197001010012' },
      { ...of, value: '990101700230001' },
      { ...of, value: '９９０１０１ 19700101 001x' },
    ])
    const ran = await assess(file)
    expect(ran.code).toBe(0)
    const told = ran.stderr.split('\n').filter((line) => line.includes('ids.jsonl'))
    expect(told).toEqual([
      expect.stringMatching(toldAs('answer_id_checksum')),
      expect.stringMatching(toldAs('answer_id_birth_date')),
    ])
  })
  it('says which completed interviews the form’s own checks would have kept open', async () => {
    const file = await answersFile('checks.jsonl', [
      { ...LINE, question: 'visit_outcome', value: 'completed' },
      { ...LINE, question: 'support_received', value: ['none', 'health'], evidence: null },
    ])
    const ran = await assess(file)
    expect(ran.code).toBe(0)
    expect(ran.stderr).toMatch(toldAs('interview_check'))
    expect(ran.stderr).not.toMatch(toldAs('answers_evidence_observed'))
  })
  it('refuses to write where it cannot, with the reason and no half file', async () => {
    const ran = await assess(at('answers.jsonl'), '--out', join(folder, 'nowhere', 'out.xlsx'))
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringMatching(toldAs('folder_missing')) })
  })
  it('takes a folder for no file', async () => {
    expect((await assess(folder)).code).toBe(2)
  })
  it('groups a ledger line by its label, and knows new members by theirs', async () => {
    const line = { ...LINE, line: 'a' }
    const file = await answersFile('elements.jsonl', [
      { ...LINE, question: 'visit_outcome', value: 'completed' },
      { ...line, question: 'income_kind', value: 'wage' },
      { ...line, question: 'amount_yuan', value: 9000 },
      { ...LINE, question: 'member_status', value: 'new', member: 'new-1' },
    ])
    const household = (await assess(file, '--json')).json?.households.find(({ id }) => id === LINE.household)
    expect(household?.unanswered).toContainEqual({ question: 'income_state', line: 'a' })
    expect(household?.unanswered).toContainEqual({ question: 'insurance', member: 'new-1' })
    expect(household?.income?.claimed).toBe(9000 / (household?.income?.persons ?? 0))
  })
  it('lets a verification round stand in place of the first, and a back-check in place of nothing', async () => {
    const first = (await readFile(at('answers.jsonl'), 'utf8')).trim().split('\n')
    const hunger = { ...LINE, value: 'often_short', evidence: 'document' }
    const seen = { ...LINE, question: 'observed_food_store', value: 'none' }
    const foodAfter = async (round: string) => {
      const file = await answersFile('rounds.jsonl', [...first, { ...hunger, round }, { ...seen, round }])
      return (await assess(file, '--json')).json?.households.find(({ id }) => id === LINE.household)
        ?.criteria['food']?.result
    }
    expect(await foodAfter('backcheck')).toBe('met')
    expect(await foodAfter('verification')).toBe('unmet')
  })
  it.each([
    [['assess'], 2],
    [
      [
        'assess',
        '--roster',
        'none.xlsx',
        '--answers',
        'none.jsonl',
        '--as-of',
        '2020-12-31',
        '--region',
        'west',
      ],
      2,
    ],
    [['nonsense'], 2],
    [[], 2],
    [['--help'], 0],
  ])('called as %j exits with %i', async (args, code) => {
    expect((await runYihu(...args)).code).toBe(code)
  })
  it.each([
    ['--region', 'atlantis', 'region_unknown'],
    ['--as-of', '2031-01-01', 'standard_missing'],
  ] as const)('refuses %s %s', async (option, value, code) => {
    const args = ['--roster', at('roster.xlsx'), '--answers', at('answers.jsonl'), ...PLACE, option, value]
    expect(await runYihu('assess', ...args)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(toldAs(code)),
    })
  })
})

describe('yihu practice', () => {
  it('writes the same bytes for the same seed, and others for another', async () => {
    const names = ['roster.xlsx', 'roster.xls', 'roster.csv', 'answers.jsonl']
    const again = join(folder, 'again')
    const other = join(folder, 'other')
    await runYihu('practice', '--households', '60', '--seed', '11', '--out', again)
    await runYihu('practice', '--households', '60', '--seed', '12', '--out', other)
    for (const name of names) {
      const bytes = await readFile(at(name))
      expect((await readFile(join(again, name))).equals(bytes)).toBe(true)
      expect((await readFile(join(other, name))).equals(bytes)).toBe(false)
    }
  })
  it('is read with every row accounted for, and with the quirks it promises', async () => {
    await runYihu('practice', '--households', '400', '--seed', '2', '--out', join(folder, 'large'))
    const ran = await runYihu('roster', join(folder, 'large', 'roster.xls'), '--json')
    const { rows, households, problems } = JSON.parse(ran.stdout) as {
      rows: Record<string, number>
      households: readonly { readonly weakKey?: true }[]
      problems: readonly { readonly code: string }[]
    }
    expect(households).toHaveLength(400)
    expect(households.some(({ weakKey }) => weakKey)).toBe(false)
    expect(rows['read']).toBe(
      ['imported', 'merged', 'skipped', 'rejected'].reduce((sum, name) => sum + (rows[name] ?? 0), 0),
    )
    const codes = new Set(problems.map(({ code }) => code))
    for (const code of [
      'member_before_head',
      'several_heads',
      'person_in_two_households',
      'id_checksum',
      'id_digits_lost',
      'stated_size_differs',
    ]) {
      expect(codes).toContain(code)
    }
  })
})
