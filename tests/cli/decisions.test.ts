import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editSheet } from '../office/editSheet'
import { cellsNamed } from '../office/namedCells'
import { filledIn } from '../office/returnedReview'
import { runYihu } from './runYihu'
import { toldAs } from './toldAs'

interface Taken {
  readonly decisions: readonly { readonly household: string; readonly determination: string }[]
  readonly conflicts: readonly { readonly household: string }[]
  readonly ignored: readonly { readonly sheet: string; readonly was: unknown; readonly now: unknown }[]
  readonly problems: readonly { readonly code: string; readonly cell: string | null }[]
}

let folder = ''
let review = new Uint8Array()
let keys: readonly string[] = []
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-decisions-'))
  await runYihu('practice', '--households', '60', '--seed', '3', '--out', folder)
  const made = await runYihu('assess', ...words(), '--out', at('review.xlsx'))
  expect(made.code, made.stderr).toBe(0)
  review = new Uint8Array(await readFile(at('review.xlsx')))
  keys = cellsNamed(review, 'Review_key').map(({ value }) => String(value))
  await writeFile(
    at('filled.xlsx'),
    filledIn(review, {
      reviewer: '张三',
      confirmer: '李四',
      decisions: [
        [0, '错退', '看过房子'],
        [1, 'exit_confirmed', '账目属实'],
      ],
    }),
  )
})

afterAll(() => rm(folder, { recursive: true, force: true }))

function words(county = folder): readonly string[] {
  const files = ['--roster', join(county, 'roster.xlsx'), '--answers', join(county, 'answers.jsonl')]
  return [...files, '--as-of', '2020-12-31', '--region', 'west']
}

async function decisions(file: string, ...more: readonly string[]) {
  const ran = await runYihu('decisions', at(file), ...words(), ...more, '--json')
  return { ...ran, json: JSON.parse(ran.stdout) as Taken }
}

describe('yihu decisions', () => {
  it('takes back what a reviewer wrote, as lines that yihu assess takes, and adds nothing the second time', async () => {
    const first = await decisions('filled.xlsx', '--out', at('decided.jsonl'))
    expect([first.code, first.stderr]).toEqual([0, ''])
    expect(first.json).toEqual({
      decisions: [
        {
          household: keys[0],
          determination: 'wrong_exit',
          reason: '看过房子',
          by: '张三',
          confirmedBy: '李四',
        },
        {
          household: keys[1],
          determination: 'exit_confirmed',
          reason: '账目属实',
          by: '张三',
          confirmedBy: '李四',
        },
      ],
      conflicts: [],
      ignored: [],
      questions: [],
      problems: [],
    })
    const lines = (await readFile(at('decided.jsonl'), 'utf8')).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(first.json.decisions)

    const assessed = await runYihu('assess', ...words(), '--determinations', at('decided.jsonl'), '--json')
    expect(assessed.code, assessed.stderr).toBe(0)
    expect(assessed.stderr).not.toMatch(toldAs('determination_not_confirmed'))
    const again = await decisions('filled.xlsx', '--determinations', at('decided.jsonl'))
    expect([again.code, again.json.decisions, again.json.conflicts]).toEqual([0, [], []])
  })
  it('takes nothing where the household was decided otherwise since', async () => {
    const other = { household: keys[0], determination: 'exit_confirmed', reason: '另查', by: '王五' }
    await writeFile(at('other.jsonl'), JSON.stringify(other))
    const { code, json } = await decisions('filled.xlsx', '--determinations', at('other.jsonl'))
    expect([code, json.decisions.map(({ household }) => household)]).toEqual([0, [keys[1]]])
    expect(json.conflicts).toMatchObject([
      {
        household: keys[0],
        determination: 'wrong_exit',
        now: { suspicion: { by: '王五', state: 'unconfirmed' } },
      },
    ])
  })
  it('tells other cells changed by hand', async () => {
    const [total] = cellsNamed(review, 'T_poor')
    if (total === undefined) throw new Error('the cover has the totals')
    await writeFile(at('total.xlsx'), editSheet(review, total.sheet, { [total.address]: 77 }))
    const { json } = await decisions('total.xlsx')
    expect(json.ignored).toEqual([{ sheet: total.sheet, cell: total.address, was: null, now: 77 }])
  })
  it('refuses the whole file with cell and remedy, in words and in the document, and writes nothing', async () => {
    const [reviewer] = cellsNamed(review, 'Reviewer')
    const filled = new Uint8Array(await readFile(at('filled.xlsx')))
    await writeFile(
      at('nobody.xlsx'),
      editSheet(filled, reviewer?.sheet ?? '', { [reviewer?.address ?? '']: null }),
    )
    const { code, json, stderr } = await decisions('nobody.xlsx', '--out', at('never.jsonl'))
    expect([code, json.decisions]).toEqual([1, []])
    expect(json.problems).toMatchObject([{ code: 'review_reviewer_missing', cell: reviewer?.address }])
    expect(stderr).toMatch(toldAs('review_reviewer_missing'))
    await expect(readFile(at('never.jsonl'))).rejects.toThrow('ENOENT')
  })
  it('refuses a workbook of another county, and one that is none', async () => {
    await runYihu('practice', '--households', '60', '--seed', '4', '--out', at('other'))
    const other = await runYihu('decisions', at('filled.xlsx'), ...words(at('other')), '--json')
    const { problems } = JSON.parse(other.stdout) as Taken
    expect([other.code, problems.map(({ code }) => code)]).toEqual([1, ['review_of_another_list']])
    const none = await decisions('roster.xlsx')
    expect([none.code, none.json.problems.map(({ code }) => code)]).toEqual([
      1,
      ['review_no_review_workbook'],
    ])
  })
  it('tells people how many decisions there are, in words', async () => {
    const { code, stdout } = await runYihu('decisions', at('filled.xlsx'), ...words())
    expect(code).toBe(0)
    expect(stdout).toContain('接收的认定 2')
    expect(stdout).toContain('错退  看过房子')
    expect(stdout).not.toContain('exit_confirmed')
  })
  it('ends with 2 on wrong usage', async () => {
    for (const wrong of [[], [at('filled.xlsx')], [at('filled.xlsx'), at('more.xlsx'), ...words()]])
      expect((await runYihu('decisions', ...wrong)).code).toBe(2)
  })
})
