import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const FETCH_MINUTES = 10

export interface PackageToFetch {
  /** Name and exact version, as npm takes it. */
  readonly spec: string
  readonly sha256: string
}

/**
 * Fetches one package from the user's npm registry, unpacks it and hands its folder to `use`; the folder is removed afterwards.
 * Throws when it cannot be had or is not, byte for byte, the one that was examined.
 */
export async function withFetchedPackage<Result>(
  wanted: PackageToFetch,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'yihu-fetch-'))
  try {
    const { stdout } = await runNpm(['pack', wanted.spec, '--silent', '--pack-destination', folder], folder)
    const tarball = join(folder, stdout.trim().split('\n').at(-1) ?? '')
    const found = await sha256Of(tarball)
    if (found !== wanted.sha256)
      throw new Error(`${wanted.spec}: sha256 is ${found}, expected ${wanted.sha256}: refused`)
    await run('tar', ['-xzf', tarball, '-C', folder])
    return await use(join(folder, 'package'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Hex sha256 of a file, read in pieces. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

/** `npm` itself is a shell script on Windows; the one that runs us is a plain JavaScript file everywhere. */
function runNpm(words: readonly string[], cwd: string) {
  const npm = process.env['npm_execpath']
  const options = { cwd, timeout: FETCH_MINUTES * 60_000 }
  return npm?.endsWith('.js') === true
    ? run(process.execPath, [npm, ...words], options)
    : run('npm', [...words], options)
}
