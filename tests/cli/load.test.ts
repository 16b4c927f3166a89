import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tablesEdition } from '../../src/adapters/resources/censusTables'
import { addRows } from '../builders/aLakeOfRows'
import { describeWithPostgres, startPostgres, type PostgresNode } from '../postgres/postgresNode'
import { runYihu } from './runYihu'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-load-'))
  await addRows(
    folder,
    { tables: tablesEdition() },
    { households: [{ household: 'h1' }, { household: 'h2' }] },
  )
})
afterAll(() => rm(folder, { recursive: true }))

describe('yihu load', () => {
  it.each([
    [['--from', 'lake']],
    [['--into', 'postgres://u@h/d']],
    [['--from', 'lake', '--into', 'mysql://u@h/d']],
    [['--from', 'lake', '--into', 'postgres://u@h/d', '--into', 'postgresql://other@h:5432/d']],
  ])('is told how it is used: %s', async (words) => {
    expect(await runYihu('load', ...words)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^usage: yihu load/),
    })
  })

  it('tells a folder that is no lake before any server is asked', async () => {
    const { code, stderr } = await runYihu('load', '--from', tmpdir(), '--into', 'postgres://u@127.0.0.1:1/d')
    expect(code).toBe(1)
    expect(stderr).toContain(tmpdir())
    expect(stderr).not.toContain('127.0.0.1')
  })

  it('tells a server that is not there, and no password', async () => {
    const address = 'postgres://someone:verysecret@127.0.0.1:1/lake'
    const { code, stdout, stderr } = await runYihu('load', '--from', folder, '--into', address)
    expect(code).toBe(1)
    expect(stderr).toContain('连接不上 127.0.0.1:1/lake')
    expect(stdout + stderr).not.toContain('verysecret')
  })
})

describeWithPostgres('yihu load with a server', () => {
  let node: PostgresNode
  beforeAll(async () => {
    node = await startPostgres()
  })
  afterAll(() => node.remove())

  it('tells what became of each county', async () => {
    const into = ['--from', folder, '--into', node.address()]
    const place = `127.0.0.1:${node.port}/postgres`

    expect(await runYihu('load', ...into)).toEqual({
      code: 0,
      stdout: `乙县  新装入  ${place}\n1 个县，写入 2 行\n`,
      stderr: '',
    })
    expect(await runYihu('load', ...into, '--lang', 'en')).toEqual({
      code: 0,
      stdout: `乙县  unchanged, passed over  ${place}\ncounties: 1, rows written: 0\n`,
      stderr: '',
    })
    const { stdout } = await runYihu('load', ...into, '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      partitions: [{ county: '甲省-乙县', project: 'p1', outcome: 'unchanged', server: place }],
      rows: 0,
      problems: [],
    })
  })
})
