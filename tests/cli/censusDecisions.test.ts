import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellsNamed } from '../office/namedCells'
import { withProposals } from '../office/withProposals'
import { runYihu } from './runYihu'

let folder = ''
let key = ''
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
  await writeFile(at('wrong.xlsx'), withProposals(workbook, [right, { ...right, question: '收入' }]))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

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

  it('refuses the workbook of other keys', async () => {
    const { code, json } = await decisions('filled.xlsx', '--salt', 'another')
    expect([code, json['problems']]).toMatchObject([1, [{ code: 'review_of_another_project' }]])
  })
})
