import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'

const USER = 'yihu_test'
const PASSWORD = 'a password of tests'
const DEBIAN = '/usr/lib/postgresql'

/** A PostgreSQL server of its own on loopback, with an empty database. */
export interface PostgresNode {
  readonly port: number
  /** Of the database; `port`: as if the server were there. */
  address(port?: number): string
  /** Ends the server and all its processes at once, as a loss of power does. */
  kill(): void
  /** Starts it again after that, with its files. */
  start(): Promise<void>
  /** Ends it and removes its files. */
  remove(): Promise<void>
}

interface Account {
  readonly uid: number
  readonly gid: number
}

/** Tests that need PostgreSQL; where it is missing they are skipped, and their names say why. */
export function describeWithPostgres(name: string, tests: () => void): void {
  const lack = whatIsMissing()
  describe.skipIf(lack !== null)(lack === null ? name : `[${lack}] ${name}`, tests)
}

/** Starts a server. `settings`: further ones, as `postgres -c` takes them. */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresNode> {
  const account = accountOfServer()
  const folder = mkdtempSync(join(tmpdir(), 'yihu-postgres-'))
  if (account !== null) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  const secret = join(folder, 'password')
  writeFileSync(secret, PASSWORD)
  if (account !== null) chownSync(secret, account.uid, account.gid)
  const run = (program: string, ...words: string[]) =>
    execFileSync(join(programs() ?? '', program), words, { ...account, cwd: folder, stdio: 'ignore' })
  const encoding = ['--encoding=UTF8', '--locale=C.UTF-8']
  run(
    'initdb',
    '-D',
    data,
    '-U',
    USER,
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--no-sync',
    ...encoding,
  )
  const fixed = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off']
  const words = ['-D', data, ...[...fixed, ...settings].flatMap((setting) => ['-c', setting])]
  const started = await startOnFreePort(words, account)
  const { port } = started
  let { running } = started
  return {
    port,
    address: (at = port) => `postgres://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${at}/postgres`,
    kill: () => running.kill(),
    start: async () => {
      await running.hasEnded
      running = startProcess(['-p', String(port), ...words], account)
      await running.isReady
    },
    remove: async () => {
      running.kill()
      await running.hasEnded
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A port that is free when it is looked for may be another program's a moment later. */
async function startOnFreePort(words: readonly string[], account: Account | null) {
  for (;;) {
    const port = await freePort()
    const running = startProcess(['-p', String(port), ...words], account)
    const lack = await running.isReady.then(
      () => null,
      (error: unknown) => String(error),
    )
    if (lack === null) return { port, running }
    if (!lack.includes('Address already in use')) throw new Error(lack)
  }
}

function startProcess(words: readonly string[], account: Account | null) {
  const master = spawn(join(programs() ?? '', 'postgres'), words, {
    ...account,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  const isReady = new Promise<void>((resolve, reject) => {
    master.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part
      if (said.includes('ready to accept connections')) resolve()
    })
    master.on('close', () => reject(new Error(said)))
  })
  // Every process of the server holds the pipe: it is closed when the last one has ended.
  const hasEnded = new Promise((resolve) => master.on('close', resolve))
  const kill = () => {
    const pid = master.pid
    if (pid === undefined || master.exitCode !== null || master.signalCode !== null) return
    for (const each of [...childrenOf(pid), pid]) killIfThere(each)
  }
  process.once('exit', kill)
  void hasEnded.then(() => process.off('exit', kill))
  return { isReady, hasEnded, kill }
}

/** Whether servers can be started here. */
export function isPostgresThere(): boolean {
  return whatIsMissing() === null
}

function whatIsMissing(): string | null {
  if (programs() === null) return 'there is no PostgreSQL 15 or later; npm run setup'
  if (process.getuid?.() === 0 && accountOfServer() === null)
    return 'PostgreSQL does not run as root, and there is no user postgres'
  return null
}

/** Where the programs of the newest version are. */
function programs(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : []
  const newest = Math.max(0, ...versions.filter((version) => version >= 15))
  return newest === 0 ? null : join(DEBIAN, String(newest), 'bin')
}

/** Null: the user who runs the tests. */
function accountOfServer(): Account | null {
  if (process.getuid?.() !== 0) return null
  const [uid, gid] = ['-u', '-g'].map((word) => Number(spawnSync('id', [word, 'postgres']).stdout.toString()))
  return uid === undefined || gid === undefined || !(uid > 0) ? null : { uid, gid }
}

/** A process of a connection may have ended by itself. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function childrenOf(master: number): readonly number[] {
  const found = spawnSync('pgrep', ['-P', String(master)]).stdout.toString()
  return found
    .split('\n')
    .filter((line) => line !== '')
    .map(Number)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
