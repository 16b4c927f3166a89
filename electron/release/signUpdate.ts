import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { OLDEST_DATA } from '../main/journalFormat'
import type { UpdateManifest } from '../main/update/UpdateManifest'
import { PROJECT_FOLDER } from '../launch/projectFolder'
import { newUpdateKey, publicKeyOf, readUpdateKey } from './updateKeyFile'
import { writeUpdate } from './writeUpdate'

const USAGE = `npm run sign-update -- --installer FILE --key FILE --notes-zh FILE --notes-en FILE --arch x64|arm64 [--out FILE]
npm run sign-update -- --new-key FILE

Signs an installer for laptops without a network. The key never lies in the repository: make it once with --new-key, put its
public half into resources/update/key.json before the release is built, and keep the file on a stick of its own, with a copy elsewhere.`

const SYSTEMS: Readonly<
  Record<string, Pick<UpdateManifest, 'platform'> & Pick<UpdateManifest['installer'], 'kind'>>
> = {
  '.exe': { platform: 'win32', kind: 'nsis' },
  '.dmg': { platform: 'darwin', kind: 'dmg' },
  '.deb': { platform: 'linux', kind: 'deb' },
  '.AppImage': { platform: 'linux', kind: 'appimage' },
}
const SHORT_NAMES = { win32: 'win', darwin: 'mac', linux: 'linux' } as const

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const options = ['new-key', 'installer', 'key', 'notes-zh', 'notes-en', 'arch', 'out'] as const
  const { values } = parseArgs({
    options: Object.fromEntries(options.map((name) => [name, { type: 'string' }])),
  })
  if (typeof values['new-key'] === 'string') return makeKey(values['new-key'])
  const { installer, key, arch, out } = values
  const notes = [values['notes-zh'], values['notes-en']]
  if (
    typeof installer !== 'string' ||
    typeof key !== 'string' ||
    typeof arch !== 'string' ||
    !notes.every((path) => typeof path === 'string')
  ) {
    console.error(USAGE)
    process.exitCode = 2
    return
  }
  const [chinese = '', english = ''] = await Promise.all(notes.map((path) => readFile(path, 'utf8')))
  await sign({
    installer,
    key,
    arch,
    out: typeof out === 'string' ? out : undefined,
    chinese,
    english,
  })
}

async function makeKey(path: string): Promise<void> {
  const publicKey = await newUpdateKey(path)
  console.log(`Written: ${path}\nFor resources/update/key.json: ${JSON.stringify({ publicKey })}`)
}

interface Asked {
  readonly installer: string
  readonly key: string
  readonly arch: string
  readonly out: string | undefined
  readonly chinese: string
  readonly english: string
}

async function sign({ installer, key, arch, out, chinese, english }: Asked): Promise<void> {
  const system = SYSTEMS[extname(installer)]
  if (system === undefined)
    throw new TypeError(`${basename(installer)}: an installer ends in ${Object.keys(SYSTEMS).join(', ')}`)
  const seed = await readUpdateKey(key)
  await warnOfOtherKey(publicKeyOf(seed))
  const { version } = JSON.parse(await readFile(join(PROJECT_FOLDER, 'package.json'), 'utf8')) as {
    version: string
  }
  if (!basename(installer).includes(version))
    throw new TypeError(
      `${basename(installer)}: the name of the installer of ${version} has that version in it`,
    )
  const name = `Yihu-${version}-${SHORT_NAMES[system.platform]}-${arch}.yihu-update`
  const path = out ?? join(dirname(installer), name)
  const statement = {
    ...system,
    version,
    arch: arch as UpdateManifest['arch'],
    oldestData: OLDEST_DATA,
    builtAt: new Date().toISOString(),
    notes: { 'zh-CN': chinese.trim(), en: english.trim() },
  }
  const { installer: signed } = await writeUpdate(installer, path, statement, seed)
  console.log(`Written: ${path}\n${signed.name}: ${signed.size} bytes, SHA-256 ${signed.sha256}`)
}

/** An update by another key than the repository's is one that the released app refuses. */
async function warnOfOtherKey(publicKey: string): Promise<void> {
  const path = join(PROJECT_FOLDER, 'resources/update/key.json')
  const pinned = JSON.parse(await readFile(path, 'utf8')) as { publicKey: string | null }
  if (pinned.publicKey !== publicKey)
    console.warn(
      `Only builds with the key ${publicKey} take this; resources/update/key.json has ${pinned.publicKey}.`,
    )
}
