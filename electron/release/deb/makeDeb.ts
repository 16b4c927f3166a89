import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ICON_SOURCE, MADE_ICONS, PNG_SIZES } from '../icons/iconSource'
import { PROJECT_FOLDER } from '../../launch/projectFolder'
import { builderSettings, type BuilderSettings } from './builderSettings'
import { controlFile, copyrightFile, desktopEntry, installedFolder, mimeTypes } from './debTexts'

const run = promisify(execFile)
/** Larger ones have no place in the usual theme of icons. */
const LARGEST_ICON = 512

export interface DebOptions {
  /** The unpacked app, as electron-builder leaves it. */
  readonly unpacked: string
  /** Folder for the package. */
  readonly output: string
  readonly version: string
  /** `xz` is what every Debian reads; `none` is quick. */
  readonly compression: 'xz' | 'none'
}

/**
 * Makes a Debian package of the unpacked app by `dpkg-deb`, and returns its path. It holds no scripts: nothing of it runs while it
 * is installed or removed. Throws where `dpkg-deb` is missing or fails.
 */
export async function makeDeb({ unpacked, output, version, compression }: DebOptions): Promise<string> {
  const settings = await builderSettings()
  const root = await mkdtemp(join(tmpdir(), 'yihu-deb-'))
  try {
    await chmod(root, 0o755)
    await layOut(root, unpacked, settings)
    const control = controlFile(settings, version, Math.ceil((await bytesIn(root)) / 1024))
    await write(root, '/DEBIAN/control', control)
    const path = join(output, `${settings.executableName}_${version.replaceAll('-', '~')}_amd64.deb`)
    await mkdir(output, { recursive: true })
    await rm(path, { force: true })
    await run('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', root, path])
    return path
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** Everything as it is installed, below `root`. */
async function layOut(root: string, unpacked: string, settings: BuilderSettings): Promise<void> {
  const { executableName } = settings
  const app = installedFolder(settings)
  await mkdir(join(root, dirname(app)), { recursive: true })
  await cp(unpacked, join(root, app), { recursive: true })
  // Where users may not make namespaces of their own, Chromium's sandbox needs this one program to be root's.
  await chmod(join(root, app, 'chrome-sandbox'), 0o4755)
  await mkdir(join(root, 'usr/bin'), { recursive: true })
  await symlink(`${app}/${executableName}`, join(root, 'usr/bin', executableName))
  await write(root, `/usr/share/applications/${executableName}.desktop`, desktopEntry(settings))
  await write(root, `/usr/share/mime/packages/${executableName}.xml`, mimeTypes(settings))
  const license = await readFile(join(PROJECT_FOLDER, 'LICENSE'), 'utf8')
  await write(root, `/usr/share/doc/${executableName}/copyright`, copyrightFile(settings, license))
  const icons = '/usr/share/icons/hicolor'
  await write(root, `${icons}/scalable/apps/${executableName}.svg`, await readFile(ICON_SOURCE))
  for (const size of PNG_SIZES.filter((each) => each <= LARGEST_ICON)) {
    const png = await readFile(join(MADE_ICONS, `${size}x${size}.png`))
    await write(root, `${icons}/${size}x${size}/apps/${executableName}.png`, png)
  }
}

async function write(root: string, path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(join(root, dirname(path)), { recursive: true })
  await writeFile(join(root, path), content)
  await chmod(join(root, path), 0o644)
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
