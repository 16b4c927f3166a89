import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openServer, type PostgresServer } from '../../../../src/adapters/lake/postgres/PostgresServer'
import { postgresAddress } from '../../../../src/adapters/lake/postgres/postgresAddress'
import { prepareSchema } from '../../../../src/adapters/lake/postgres/prepareSchema'
import { censusTables } from '../../../../src/adapters/resources/censusTables'
import { CENSUS_FORM } from '../../../builders/aCensusInterview'
import { describeWithPostgres, startPostgres, type PostgresNode } from '../../../postgres/postgresNode'

describe('the address of a database', () => {
  it.each([
    ['postgres://u:p@db.example:6000/lake', 'db.example:6000/lake'],
    ['postgresql://u@db.example/%E6%B9%96', 'db.example:5432/湖'],
    ['postgres://u@[::1]:6000/lake', '[::1]:6000/lake'],
  ])('is told without user and password: %s', (address, place) => {
    expect(postgresAddress(address)?.place).toBe(place)
  })

  it.each(['mysql://u@h/d', 'postgres://u@h', 'postgres:///d', 'lake', ''])('is refused: %s', (address) => {
    expect(postgresAddress(address)).toBeNull()
  })
})

describeWithPostgres('what a server refuses', () => {
  let node: PostgresNode
  let server: PostgresServer
  beforeAll(async () => {
    node = await startPostgres()
    server = await openServer(node.address())
  })
  afterAll(async () => {
    await server.close()
    await node.remove()
  })

  it.each([
    ['postgres_login_refused', { password: 'wrong' }],
    ['postgres_no_database', { pathname: '/nowhere' }],
    ['postgres_unreachable', { port: '1' }],
  ] as const)('is told as %s, with its place and no password', async (code, change) => {
    const url = Object.assign(new URL(node.address()), change)

    const problem = await openServer(url.href).catch(
      (error: unknown) => (error as { problem: unknown }).problem,
    )

    expect(problem).toMatchObject({ code, severity: 'error', value: `${url.host}${url.pathname}` })
    expect(JSON.stringify(problem)).not.toContain(url.password)
  })

  it.each([
    ['postgres_disk_full', '53100'],
    ['postgres_out_of_memory', '53200'],
    ['postgres_lost', '57P01'],
    ['postgres_refused', '22012'],
  ])('is told as %s by its state %s', async (code, state) => {
    const raised = server.query(`DO $$ BEGIN RAISE EXCEPTION 'so' USING ERRCODE = '${state}'; END $$`)
    await expect(raised).rejects.toMatchObject({
      problem: { code, value: server.place, details: { state, said: 'so' } },
    })
  })

  it('is told where the user may make no schema', async () => {
    await server.query(`CREATE ROLE reader LOGIN PASSWORD 'r'`)
    const url = Object.assign(new URL(node.address()), { username: 'reader', password: 'r' })
    const reader = await openServer(url.href)

    const prepared = prepareSchema(reader, censusTables(CENSUS_FORM), 'rows')

    await expect(prepared).rejects.toMatchObject({ problem: { code: 'postgres_not_permitted' } })
    await reader.close()
  })

  it('passes on what its rows threw, and can be asked again', async () => {
    await server.query('CREATE TABLE public.texts (text text)')
    const failing = async function* () {
      yield 'one\n'
      throw new Error('the disk of the reader')
    }

    await expect(server.copy('COPY public.texts FROM STDIN', failing())).rejects.toThrow(
      'the disk of the reader',
    )
    expect(await server.query('SELECT * FROM public.texts')).toEqual([])
  })
})
