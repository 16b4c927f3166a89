import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anXlsform, SURVEY_ROWS } from '../builders/anXlsform'
import { runYihu } from './runYihu'

let county = ''
const at = (...names: readonly string[]): string => join(county, ...names)
const given = (answers: string): readonly string[] => [
  ...['--roster', at('roster.xlsx'), '--answers', answers],
  ...['--as-of', '2020-12-31', '--region', 'west'],
]

beforeAll(async () => {
  county = await mkdtemp(join(tmpdir(), 'yihu-additional-'))
  await runYihu('practice', '--households', '12', '--seed', '5', '--out', county)
  await writeFile(at('form.xlsx'), anXlsform().bytes)
  const answers = await readFile(at('answers.jsonl'), 'utf8')
  const { household } = JSON.parse(answers.split('\n')[0] ?? '') as { household: string }
  const more = [
    { household, question: 'x_care_used', value: 'yes' },
    { household, question: 'x_care_days', value: 12 },
  ]
  await writeFile(at('more.jsonl'), answers + more.map((line) => `${JSON.stringify(line)}\n`).join(''))
}, 60_000)

afterAll(() => rm(county, { recursive: true, force: true }))

describe('yihu with additional questions', { timeout: 60_000 }, () => {
  it('judges every household as without them', async () => {
    const plain = await runYihu('assess', ...given(at('answers.jsonl')), '--json')
    const more = await runYihu(
      'assess',
      ...given(at('more.jsonl')),
      '--additional',
      at('form.xlsx'),
      '--json',
    )
    expect([plain.code, more.code]).toEqual([0, 0])
    const judgedIn = ({ stdout }: { readonly stdout: string }) => {
      const { households } = JSON.parse(stdout) as { households: readonly Record<string, unknown>[] }
      // What is open counts the additional questions too.
      return households.map(({ unanswered, ...judged }) => ({ ...judged, isOpen: unanswered !== undefined }))
    }
    expect(judgedIn(more)).toEqual(judgedIn(plain))
  })

  it('refuses their answers without the form, and a form with a fault at its cell', async () => {
    const without = await runYihu('assess', ...given(at('more.jsonl')))
    expect(without.code).toBe(1)
    expect(without.stderr).toContain('x_care_used')
    const faulty = anXlsform({ survey: [...SURVEY_ROWS, ['geopoint', 'place', '位置', 'Place']] })
    await writeFile(at('faulty.xlsx'), faulty.bytes)
    const refused = await runYihu('assess', ...given(at('more.jsonl')), '--additional', at('faulty.xlsx'))
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('A12')
  })

  it('gives records that come in again with them, by the form that goes out beside', async () => {
    const form = ['--additional', at('form.xlsx')]
    const out = await runYihu(
      'export',
      ...given(at('more.jsonl')),
      ...form,
      '--format',
      'jsonl',
      '--into',
      at('out'),
    )
    expect(out.code).toBe(0)
    const before = await runYihu('assess', ...given(at('more.jsonl')), ...form, '--json')
    const again = ['--additional', at('out', '附加题.json'), '--json']
    const after = await runYihu('assess', ...given(at('out', '答案.jsonl')), ...again)
    expect(after.code).toBe(0)
    expect(JSON.parse(after.stdout)).toEqual(JSON.parse(before.stdout))
    expect(await readFile(at('out', '答案.jsonl'), 'utf8')).toContain('x_care_days')
  })
})
