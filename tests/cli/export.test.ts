import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { newReplica } from '../../src/adapters/crypto/newReplica'
import { FolderStore } from '../../src/adapters/folder/FolderStore'
import { projectIn } from '../../src/adapters/folder/projectIn'
import { currentRoster, PROJECT } from '../../src/application/roster/adoptRoster'
import { PROJECT_FACTS, draftProjectFact } from '../../src/application/facts/projectFacts'
import { keptProblems } from '../../src/application/roster/keptProblems'
import type { Problem } from '../../src/domain/shared/Problem'
import { runYihu } from './runYihu'
import { textsOf } from '../../src/adapters/resources/texts'
import { toldAs } from './toldAs'

const REJECTED: Problem = {
  code: 'member_before_head',
  severity: 'error',
  place: { file: '上寨/名单.xlsx', sheet: '表1', cell: 'A3' },
  value: '甲一',
  details: {},
}

let county = ''
const at = (name: string): string => join(county, name)

beforeAll(async () => {
  county = await mkdtemp(join(tmpdir(), 'yihu-export-'))
  await runYihu('practice', '--households', '16', '--seed', '3', '--team', '2', '--out', county)
  const packages = [at('assessor-1.yihu'), at('assessor-2.yihu')]
  await runYihu('merge', ...packages, '--key', at('lead.key'), '--into', at('merged'))
  // As the window writes it when it takes a list.
  const opened = await FolderStore.open(at('merged'), (await projectIn(at('merged'))) ?? '', newReplica())
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  const store = opened.value
  const [{ person, at: when } = { person: '', at: '' }] = await store.changesOf('project', PROJECT)
  const hash = (await currentRoster(store)) ?? ''
  const told = draftProjectFact(PROJECT_FACTS.rosterProblems, [hash], keptProblems([REJECTED]), {
    person,
    at: when,
  })
  const written = await store.write([told])
  if (!written.ok) throw new Error(JSON.stringify(written.problems))
  await store.close()
}, 120_000)

afterAll(() => rm(county, { recursive: true, force: true }))

describe('a merged folder', { timeout: 60_000 }, () => {
  it("gives the list's own problems to an export: in the document, on stderr and in the workbook", async () => {
    const ran = await runYihu('export', '--from', at('merged'), '--out', at('r.xlsx'), '--json')
    expect(ran.code).toBe(0)
    const { problems } = JSON.parse(ran.stdout) as { problems: unknown[] }
    expect(problems).toContainEqual(
      expect.objectContaining({ code: REJECTED.code, file: REJECTED.place.file }),
    )
    expect(ran.stderr).toContain('上寨/名单.xlsx 表1 A3')
    const rows = utils.sheet_to_json(read(await readFile(at('r.xlsx'))).Sheets['名单问题'] ?? {})
    expect(JSON.stringify(rows)).toContain(textsOf('zh-CN').problemTitle(REJECTED.code))
  })
  it('gives them to a merge, which distinguishes two packages of one name and passes over system files', async () => {
    for (const part of ['a', 'b']) await mkdir(at(part))
    await cp(at('assessor-1.yihu'), at('a/result.yihu'))
    await cp(at('assessor-2.yihu'), at('b/result.yihu'))
    await writeFile(at('a/desktop.ini'), '')
    const packages = ['a/result.yihu', 'a/desktop.ini', 'b/result.yihu'].map(at)
    const ran = await runYihu('merge', ...packages, '--key', at('lead.key'), '--into', at('merged'), '--json')
    const document = JSON.parse(ran.stdout) as { packages: { file: string }[] }
    expect([ran.code, document.packages.map(({ file }) => file)]).toEqual([
      0,
      ['a/result.yihu', 'b/result.yihu'],
    ])
    expect(ran.stderr).toMatch(toldAs('package_system_file'))
    expect(ran.stderr).toMatch(toldAs('member_before_head'))
  })
  it('may begin as a folder that an operating system has put its files into', async () => {
    await mkdir(at('looked'))
    for (const name of ['.DS_Store', 'Thumbs.db', 'desktop.ini', '._x'])
      await writeFile(at(`looked/${name}`), '')
    const ran = await runYihu(
      'merge',
      at('assessor-1.yihu'),
      '--key',
      at('lead.key'),
      '--into',
      at('looked'),
      '--json',
    )
    expect(ran.code).toBe(0)
  })
})
