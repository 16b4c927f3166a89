import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, watch, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportCommand } from '../../src/cli/export'
import { mergeCommand } from '../../src/cli/merge'
import { practiceCommand } from '../../src/cli/practice'
import { verifyCommand } from '../../src/cli/verify'
import { runYihu, startYihu } from './runYihu'
import { toldAs } from './toldAs'

interface Merged {
  readonly packages: readonly {
    file: string
    sender: string | null
    verdict: string
    reason: string | null
  }[]
  readonly interviews: { new: number; updated: number; same: number }
  readonly conflicts: readonly { household: string; question: string; heads: readonly object[] }[]
  readonly stateHash: string
}

// Each command is a process of its own, which takes seconds to start on a busy machine.
describe('yihu merge', { timeout: 120_000 }, () => {
  let county: string
  let packages: readonly string[]
  let key: string
  let all: Awaited<ReturnType<typeof merge>>

  beforeAll(async () => {
    county = await mkdtemp(join(tmpdir(), 'yihu-team-'))
    const made = await runYihu(
      'practice',
      '--households',
      '48',
      '--seed',
      '7',
      '--team',
      '3',
      '--out',
      county,
    )
    expect(made).toMatchObject({ code: 0, stderr: '' })
    packages = [1, 2, 3].map((number) => join(county, `assessor-${number}.yihu`))
    key = join(county, 'lead.key')
    all = await merge('all', packages)
  })

  afterAll(() => rm(county, { recursive: true, force: true }))

  async function merge(into: string, files: readonly string[], ...others: readonly string[]) {
    const ran = await runYihu(
      'merge',
      ...files,
      '--key',
      key,
      '--into',
      join(county, into),
      '--json',
      ...others,
    )
    return { ...ran, document: JSON.parse(ran.stdout) as Merged }
  }

  it('unites the packages of a team, and shows the one conflict', () => {
    const { code, document } = all
    expect(code).toBe(0)
    expect(Object.keys(document)).toEqual([
      'packages',
      'interviews',
      'conclusions',
      'setAside',
      'conflicts',
      'stateHash',
    ])
    expect(document.packages).toEqual([
      { file: 'assessor-1.yihu', sender: '练习员1', verdict: 'merged', reason: null },
      { file: 'assessor-2.yihu', sender: '练习员2', verdict: 'merged', reason: null },
      { file: 'assessor-3.yihu', sender: '练习员3', verdict: 'merged', reason: null },
    ])
    expect(document.interviews).toEqual({ new: 48, updated: 0, same: 0 })
    expect(document.conflicts).toHaveLength(1)
    const [conflict] = document.conflicts
    expect(conflict).toMatchObject({ question: 'food_enough' })
    expect(conflict?.heads.map((head) => Object.keys(head))).toEqual(
      Array(2).fill(['value', 'by', 'at', 'evidence']),
    )
    expect(conflict?.heads).toMatchObject([{ by: '练习员1' }, { by: '练习员2' }])
    expect(document.stateHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('comes to the same in another order, one at a time, and again', async () => {
    for (const path of packages.toReversed()) expect((await merge('one', [path])).code).toBe(0)
    const again = await merge('one', packages)
    expect(again.document.stateHash).toBe(all.document.stateHash)
    expect(again.document.conflicts).toEqual(all.document.conflicts)
    expect(again.document.interviews).toEqual({ new: 0, updated: 0, same: 48 })
  })

  it('refuses a damaged package, merges the others, and ends with 1', async () => {
    const bytes = await readFile(packages[1] ?? '')
    const torn = join(county, 'torn.yihu')
    await writeFile(torn, bytes.subarray(0, bytes.length - 100))
    const { code, document, stderr } = await merge('torn', [packages[0] ?? '', torn, packages[2] ?? ''])
    expect(code).toBe(1)
    expect(document.packages.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['merged', null],
      ['refused', 'package_damaged'],
      ['merged', null],
    ])
    expect(stderr).toContain('torn.yihu')
    const { document: without } = await merge('without', [packages[0] ?? '', packages[2] ?? ''])
    expect(document.stateHash).toBe(without.stateHash)
  })

  it('is the same county for the same seed, though the seals differ', async () => {
    const other = await mkdtemp(join(tmpdir(), 'yihu-team-'))
    await runYihu('practice', '--households', '48', '--seed', '7', '--team', '3', '--out', other)
    expect(await readFile(join(other, 'lead.key'))).toEqual(await readFile(key))
    const files = packages.map((path) => path.replace(county, other))
    const { document } = await merge('other', files)
    expect(document.stateHash).toBe(all.document.stateHash)
    await rm(other, { recursive: true })
  })

  it('opens with the recovery key too, and with no other', async () => {
    const recovered = await runYihu(
      'merge', ...packages, '--key', join(county, 'recovery.key'), '--into', join(county, 'recovered'), '--json',
    ) // prettier-ignore
    expect((JSON.parse(recovered.stdout) as Merged).stateHash).toBe(all.document.stateHash)
    const text = await readFile(key, 'utf8')
    const another = join(county, 'another.key')
    await writeFile(
      another,
      text.replace(
        /AGE-SECRET-KEY-1.*/,
        'AGE-SECRET-KEY-1GYUFN3AKSXVHYDTKZXRQZRP0NRFFTPM5FEC9RZA0MSYNK3ENYLFQY2MYW3',
      ),
    )
    const refused = await runYihu('verify', packages[0] ?? '', '--key', another, '--json')
    expect(refused.code).toBe(1)
  })

  it('ends with 2 and writes nothing on wrong usage', async () => {
    for (const [command, ...args] of [
      [mergeCommand, ...packages, '--key', key],
      [mergeCommand, '--key', key, '--into', join(county, 'nothing')],
      [mergeCommand, 'no-such.yihu', '--key', key, '--into', join(county, 'nothing')],
      [verifyCommand, ...packages, '--key', key],
      [exportCommand, '--from', join(county, 'nothing')],
      [practiceCommand, '--households', '10', '--seed', '1', '--team', '9', '--out', join(county, 'nothing')],
    ] as const)
      expect(await command(args), args.join(' ')).toBe(2)
    expect(await readdir(county)).not.toContain('nothing')
  })

  it('refuses what is no key', async () => {
    const { code, stdout } = await runYihu(
      'merge', ...packages, '--key', packages[0] ?? '', '--into', join(county, 'keyless'), '--json',
    ) // prettier-ignore
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ packages: [], stateHash: null })
  })

  it('exports what assess makes of the same answers', async () => {
    const answers = join(county, 'exported.jsonl')
    const out = join(county, 'exported.xlsx')
    const from = ['--from', join(county, 'all')]
    const exported = await runYihu('export', ...from, '--answers', answers, '--out', out, '--json')
    expect(exported.code).toBe(0)
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK')
    const assessed = await runYihu(
      'assess', '--roster', join(county, 'roster.csv'), '--answers', answers,
      '--as-of', '2020-12-31', '--region', 'west', '--json',
    ) // prettier-ignore
    expect(assessed.code).toBe(0)
    interface Judged {
      readonly households: readonly {
        readonly id: string
        readonly conclusion: string
        readonly conflicts: readonly object[]
      }[]
    }
    const conclusions = (text: string) =>
      new Map((JSON.parse(text) as Judged).households.map(({ id, conclusion }) => [id, conclusion]))
    const byExport = conclusions(exported.stdout)
    expect(byExport.size).toBe(48)
    for (const [id, conclusion] of conclusions(assessed.stdout))
      if (byExport.has(id)) expect([id, byExport.get(id)]).toEqual([id, conclusion])
  })

  it('verifies a package without a folder', async () => {
    const { code, stdout } = await runYihu('verify', packages[1] ?? '', '--key', key, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'assessor-2.yihu',
      sender: '练习员2',
      verdict: 'sound',
      reason: null,
      kind: 'result',
      interviews: 17,
    })
  })

  it('needs the lead’s key and a reason to take what a removed device sent', async () => {
    const recovery = join(county, 'recovery.key')
    const into = ['--into', join(county, 'nothing')]
    expect(await mergeCommand([...packages, '--key', recovery, ...into, '--accept-removed', '已核对'])).toBe(
      2,
    )
    expect(await mergeCommand([...packages, '--key', key, ...into, '--accept-removed', ' '])).toBe(2)
  })

  it('leaves the folder as it was when it is interrupted', async () => {
    const into = join(county, 'interrupted')
    const [first = '', ...others] = packages
    const before = await merge('interrupted', [first])
    const index = await readFile(join(into, 'index.json'))
    const many = Array.from({ length: 200 }, () => others).flat()
    const packs = watch(join(into, 'packs'), { signal: AbortSignal.timeout(100_000) })
    const running = startYihu('merge', ...many, '--key', key, '--into', into)
    for await (const { filename } of packs) if (filename === '000003.jsonl') break
    running.kill('SIGINT')
    expect(await once(running, 'close')).toEqual([null, 'SIGINT'])
    expect(await readFile(join(into, 'index.json'))).toEqual(index)
    expect((await merge('interrupted', [first])).document.stateHash).toBe(before.document.stateHash)
    expect((await merge('interrupted', others)).document.stateHash).toBe(all.document.stateHash)
  })

  it('is done by one of two that begin at once, and the other says so', async () => {
    const [first = '', second = '', third = ''] = packages
    const ran = await Promise.all([merge('at-once', [first, second]), merge('at-once', [second, third])])
    for (const { code, document, stderr } of ran)
      if (code !== 0)
        expect([code, document.packages, toldAs('folder_in_use').test(stderr)]).toEqual([1, [], true])
    expect(ran.some(({ code }) => code === 0)).toBe(true)
    expect((await merge('at-once', packages)).document.stateHash).toBe(all.document.stateHash)
  })

  it('says that a folder is in use, and leaves it alone', async () => {
    await cp(join(county, 'all'), join(county, 'used'), { recursive: true })
    await writeFile(join(county, 'used', 'lock'), String(process.pid))
    const { code, stderr } = await merge('used', packages)
    expect(code).toBe(1)
    expect(stderr).toMatch(toldAs('folder_in_use'))
  })
})
