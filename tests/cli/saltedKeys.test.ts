import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runYihu } from './runYihu'

const SALT = '某县的盐'
/** No household has a number: keys are made of the ID numbers. */
const LIST = [
  '行政村,姓名,与户主关系,证件号码,户状态,脱贫年度',
  '石村,张一,户主,539901197001010016,脱贫户,2018',
  '石村,李二,户主,539901197202020026,脱贫户,2018',
].join('\n')

let folder = ''
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-salt-'))
  await writeFile(at('list.csv'), LIST)
  const plan = ['--seed', '一', '--size', '1', '--salt', SALT, '--log', at('log.json')]
  const drawn = await runYihu('sample', '--roster', at('list.csv'), ...plan)
  expect([drawn.code, drawn.stderr]).toEqual([0, ''])
  const { result } = JSON.parse(await readFile(at('log.json'), 'utf8')) as {
    result: { strata: readonly { drawn: readonly string[] }[] }
  }
  const household = result.strata[0]?.drawn[0]
  await writeFile(
    at('answers.jsonl'),
    JSON.stringify({ household, question: 'visit_outcome', value: 'completed', round: 'first' }),
  )
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

async function codesOf(...words: readonly string[]): Promise<readonly unknown[]> {
  const files = ['--roster', at('list.csv'), '--answers', at('answers.jsonl')]
  const settings = ['--as-of', '2020-12-31', '--region', 'west', '--json']
  const { code, stdout } = await runYihu('assess', ...files, ...settings, ...words)
  const { households, problems } = JSON.parse(stdout) as {
    households: readonly unknown[]
    problems: readonly { code: string; severity: string }[]
  }
  const errors = problems.filter(({ severity }) => severity === 'error').map((each) => each.code)
  return [code, households.length, errors]
}

describe('keys that are made of ID numbers', () => {
  it('match with the log’s salt, and with the same salt said in words', async () => {
    expect(await codesOf('--sample', at('log.json'))).toEqual([0, 2, []])
    expect(await codesOf('--salt', SALT)).toEqual([0, 2, []])
  }, 60_000)
  it('are reported once as of another salt, where they do not match', async () => {
    expect(await codesOf('--sample', at('log.json'), '--salt', '别的盐')).toEqual([
      1,
      0,
      ['salt_differs_from_log'],
    ])
    expect(await codesOf('--salt', '别的盐')).toEqual([1, 0, ['answers_keys_of_other_salt']])
  }, 60_000)
})
