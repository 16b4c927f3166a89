import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LAKE_NAMES } from '../../src/application/lake/lakeSchema'
import { exportedCounty } from '../lake/exportedCounty'
import { replicateLake } from '../lake/replicateLake'
import { describeWithPostgres, startPostgres, type PostgresNode } from '../postgres/postgresNode'
import { runYihu } from './runYihu'

describeWithPostgres('yihu tables asked of PostgreSQL', () => {
  let folder: string
  let nodes: readonly PostgresNode[]
  let coordinator: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yihu-engines-'))
    nodes = await Promise.all([startPostgres(), startPostgres(), startPostgres()])
    const whole = await exportedCounty(folder, 'census', { households: 60, seed: 1 })
    const drawn = await exportedCounty(folder, 'census', { households: 200, seed: 2, draw: 60 })
    const assessed = await exportedCounty(folder, 'assessment', { households: 120, seed: 3, draw: 60 })
    const common = { into: join(folder, 'lake'), countiesAProvince: 3, times: 1, datasets: LAKE_NAMES }
    await replicateLake([whole, drawn], { ...common, from: 0, counties: 6 })
    await replicateLake([assessed], { ...common, from: 0, counties: 4 })
    coordinator = nodes[2]?.address() ?? ''
    const into = nodes.slice(0, 2).flatMap((node) => ['--into', node.address()])
    expect(
      await runYihu('load', '--from', join(folder, 'lake'), ...into, '--coordinate', coordinator),
    ).toMatchObject({ code: 0, stderr: '' })
  })
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.remove()))
    await rm(folder, { recursive: true })
  })

  const told = async (command: string, ...words: string[]): Promise<unknown> => {
    const level = command === 'tables' ? ['--by', 'village'] : []
    const { code, stdout, stderr } = await runYihu(command, ...level, '--json', ...words)
    expect([code, code === 0 ? '' : stderr]).toEqual([0, ''])
    return rounded(JSON.parse(stdout))
  }

  const onNodes = () => nodes.slice(0, 2).flatMap((node) => ['--engine', node.address()])

  it.each(['census', 'assessment'])('has the figures that DuckDB has: %s', async (kind) => {
    const expected = await told('tables', '--kind', kind, '--from', join(folder, 'lake'))

    expect(await told('tables', '--kind', kind, ...onNodes())).toEqual(expected)
    expect(await told('tables', '--kind', kind, '--engine', coordinator)).toEqual(expected)
  })

  it.each(['census', 'assessment'])('holds counties against each other as DuckDB does: %s', async (kind) => {
    const expected = await told('lake-check', '--kind', kind, '--from', join(folder, 'lake'))

    expect(await told('lake-check', '--kind', kind, '--engine', coordinator)).toEqual(expected)
  })

  it('tells that counties of several databases are held against each other by a coordinator', async () => {
    const { code, stderr } = await runYihu('lake-check', '--kind', 'census', ...onNodes())
    expect(code).toBe(1)
    expect(stderr).toContain('yihu load --coordinate')
  })
})

/** Sums of weights are added up in another order, and areas of a county come in any. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(11))
  if (Array.isArray(value))
    return value.map(rounded).sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]))
}

function textOf(value: unknown): string {
  return JSON.stringify(value)
}
