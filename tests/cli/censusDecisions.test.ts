import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { currentForm } from '../../src/adapters/resources/instruments'
import { cellsNamed } from '../office/namedCells'
import { withProposals } from '../office/withProposals'
import { runYihu } from './runYihu'

let folder = ''
let key = ''
let member = ''
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-census-decisions-'))
  await runYihu('practice', '--kind', 'census', '--households', '60', '--seed', '3', '--out', folder)
  const made = await runYihu('census', ...words(), '--out', at('census.xlsx'))
  expect(made.code, made.stderr).toBe(0)
  const workbook = new Uint8Array(await readFile(at('census.xlsx')))
  key = String(cellsNamed(workbook, 'Census_key')[0]?.value)
  const right = { household: key, question: 'bedding', value: '不够', reason: '入户看过', by: '张三' }
  await writeFile(at('filled.xlsx'), withProposals(workbook, [right]))
  const people = utils.sheet_to_json<Record<string, unknown>>(read(workbook).Sheets['成员'] ?? {})
  member = String(people.find((person) => person['户编号'] === key)?.['姓名'])
  const ofPerson = { ...right, question: 'insurance', member }
  await writeFile(at('person.xlsx'), withProposals(workbook, [ofPerson]))
  await writeFile(at('wrong.xlsx'), withProposals(workbook, [right, { ...right, question: '收入' }]))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

function labelOf(question: string): string {
  return currentForm('census').questions.get(question)?.data.label['zh-CN'] ?? ''
}

function words(): readonly string[] {
  const files = ['--roster', at('roster.xlsx'), '--answers', at('answers.jsonl')]
  return [...files, '--as-of', '2020-12-31', '--region', 'west']
}

async function decisions(file: string, ...more: readonly string[]) {
  const ran = await runYihu('decisions', at(file), ...words(), ...more, '--json')
  return { ...ran, json: JSON.parse(ran.stdout) as Record<string, unknown> }
}

describe('yihu decisions with a census workbook', () => {
  it('tells what is proposed, as questions to the enumerators', async () => {
    const { code, stderr, json } = await decisions('filled.xlsx')
    expect([code, stderr]).toEqual([0, ''])
    const place = { sheet: '更正建议', cell: 'D2' }
    expect(json).toEqual({
      decisions: [],
      conflicts: [],
      ignored: [],
      questions: [
        { ...place, household: key, path: 'bedding', value: '不够', reason: '入户看过', by: '张三' },
      ],
      problems: [],
    })
  })

  it('takes nothing with one row wrong, and names its cell', async () => {
    const { code, json } = await decisions('wrong.xlsx')
    expect([code, json['questions']]).toEqual([1, []])
    expect(json['problems']).toMatchObject([{ code: 'proposal_question_unknown', cell: 'B3' }])
  })

  it('says in words what is proposed of whom and by whom, and of no confirmer', async () => {
    const { code, stdout } = await runYihu('decisions', at('person.xlsx'), ...words())
    expect(code).toBe(0)
    expect(stdout).toMatch(/^复核人 张三$/m)
    expect(stdout).not.toContain('确认人')
    expect(stdout).toContain(`${labelOf('insurance')}（${member}）  不够  入户看过  张三`)
  })

  it('writes the proposals as lines', async () => {
    const { code, json } = await decisions('filled.xlsx', '--out', at('proposed.jsonl'))
    expect(code).toBe(0)
    const lines = (await readFile(at('proposed.jsonl'), 'utf8')).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(json['questions'])
    expect(lines).toHaveLength(1)
  })

  it('is refused as that with the answers of an assessment, as is a review workbook with those of a census', async () => {
    const other = at('assessment')
    await runYihu('practice', '--households', '20', '--seed', '3', '--out', other)
    const answers = ['--answers', join(other, 'answers.jsonl'), '--roster', join(other, 'roster.xlsx')]
    const given = ['--as-of', '2020-12-31', '--region', 'west']
    await runYihu('assess', ...answers, ...given, '--out', at('review.xlsx'))
    const census = await runYihu('decisions', at('filled.xlsx'), ...answers, ...given, '--json')
    const review = await decisions('review.xlsx')
    const codes = [JSON.parse(census.stdout) as Record<string, unknown>, review.json].map(
      ({ problems }) => problems,
    )
    expect([census.code, review.code]).toEqual([1, 1])
    expect(codes).toMatchObject([[{ code: 'review_is_census' }], [{ code: 'census_is_review' }]])
  }, 60_000)

  it('refuses the workbook of other keys', async () => {
    const { code, json } = await decisions('filled.xlsx', '--salt', 'another')
    expect([code, json['problems']]).toMatchObject([1, [{ code: 'review_of_another_project' }]])
  })
})
