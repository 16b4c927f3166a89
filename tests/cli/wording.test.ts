import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesIn } from '../application/texts/codesIn'
import { runYihu, type Ran } from './runYihu'

/** Options that a person is told to type. */
const TO_TYPE = ['verbose', 'roster', 'accept-rejected', 'hidden-sheet', 'salt']

let folder: string
const at = (name: string): string => join(folder, name)
const ran = new Map<string, Ran>()

/** What a person reads: without paths, and without a command line to be copied. */
function readable({ stdout, stderr }: Ran): string {
  return `${stdout}\n${stderr}`
    .replaceAll(`${folder}/`, '')
    .split('\n')
    .filter((line) => !line.startsWith('yihu '))
    .join('\n')
}

const told = (name: string): string => {
  const found = ran.get(name)
  if (found === undefined) throw new Error(`${name} was not run`)
  return readable(found)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-wording-'))
  const run = async (name: string, ...words: string[]) => ran.set(name, await runYihu(...words))
  await run('practice', 'practice', '--households', '48', '--seed', '7', '--team', '3', '--out', at('c'))
  const packages = [1, 2, 3].map((number) => at(`c/assessor-${number}.yihu`))
  const key = ['--key', at('c/lead.key')]
  const roster = at('c/roster.xlsx')
  const judged = ['--answers', at('c/answers.jsonl'), '--as-of', '2020-12-31', '--region', 'west']
  await run('roster', 'roster', roster)
  await run('verify', 'verify', packages[0] ?? '', ...key)
  await run('merge', 'merge', ...packages, ...key, '--into', at('m'))
  await run('export', 'export', '--from', at('m'), '--out', at('e.xlsx'), '--answers', at('a.jsonl'))
  await run('export --verbose', 'export', '--from', at('m'), '--out', at('v.xlsx'), '--verbose')
  await run('assess', 'assess', '--roster', roster, ...judged)
  const drawn = ['--seed', 'x', '--size', '20', '--log', at('log.json')]
  await run('sample', 'sample', '--roster', roster, ...drawn, '--accept-rejected')
  await run('missing', 'roster', at('nothing.xlsx'))
}, 240_000)

afterAll(() => rm(folder, { recursive: true }))

describe('the terminal in Chinese', () => {
  it.each(['practice', 'roster', 'verify', 'merge', 'export', 'export --verbose', 'assess', 'sample', 'missing'])(
    'says nothing in words of programs: %s',
    (name) => {
      expect(told(name)).toMatch(/[\u4e00-\u9fff]/)
      expect(codesIn(told(name), TO_TYPE)).toEqual([])
    },
  ) // prettier-ignore

  it('words a conflict by its question and its answers', () => {
    expect(told('merge')).toMatch(/主食是否够吃 {2}.+\(练习员1, 2020-07-17 \d\d:\d\d\) \| .+\(练习员2/)
  })

  it('tells of an export what was written, how many of each there are, and the rest on request', () => {
    const lines = ran.get('export')?.stdout.trim().split('\n') ?? []
    expect(lines.length).toBeLessThan(20)
    expect(lines.at(-2)).toBe(`已写出 ${at('e.xlsx')}`)
    expect(lines.at(-1)).toBe(`已写出 ${at('a.jsonl')}`)
    expect(told('export')).toMatch(/退出属实 {2}\d+/)
    expect(told('export')).not.toContain('错退率')
    const all = ran.get('export --verbose')?.stdout ?? ''
    expect(all).toContain('错退率')
    expect(all).toContain('看什么可以认定')
    expect(all.split('\n').length).toBeGreaterThan(3 * lines.length)
  })

  it('names the first households to look into where nothing was written, and how many are left', () => {
    const households = told('assess').match(/^ {2}\S+.*(疑似|待核实|已达标未退出).*$/gm) ?? []
    expect(households.filter((line) => /^ {2}(\d{10}|无编号)/.test(line))).toHaveLength(10)
    expect(told('assess')).toMatch(/还有 \d+ 户，加 --verbose/)
  })

  it('names a file that is not there, without the whole usage', () => {
    expect(ran.get('missing')?.code).toBe(2)
    expect(told('missing')).toMatch(/^\s*错误 {2}没有这个文件：nothing\.xlsx/)
  })
})
