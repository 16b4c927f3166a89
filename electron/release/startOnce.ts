import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { isRoot } from '../launch/findChromium'
import { PROJECT_FOLDER } from '../launch/projectFolder'

const PATIENCE_SECONDS = 60

/** Starts the app that `npm run dist` has packaged, and ends well once its page has opened its database. */
const executable = packagedExecutables().find((path) => existsSync(path))
if (executable === undefined) throw new Error('nothing is packaged: npm run dist')
const profile = await mkdtemp(join(tmpdir(), 'yihu-start-'))
const words = [`--profile=${profile}`, ...(isRoot() ? ['--no-sandbox'] : [])]
const app = spawn(executable, words, { stdio: 'inherit' })
try {
  const isAtWork = await opens(join(profile, 'IndexedDB/app_yihu_0.indexeddb.leveldb'))
  console.log(isAtWork ? `Started: ${executable}` : `Not at work within ${PATIENCE_SECONDS} s: ${executable}`)
  process.exitCode = isAtWork ? 0 : 1
} finally {
  const ended = new Promise((resolve) => app.once('exit', resolve))
  if (app.exitCode === null && app.kill('SIGKILL')) await ended
  await rm(profile, { recursive: true, force: true, maxRetries: 10 })
}

async function opens(database: string): Promise<boolean> {
  for (let second = 0; second < PATIENCE_SECONDS && app.exitCode === null; second++) {
    if (existsSync(database)) return true
    await setTimeout(1000)
  }
  return false
}

function packagedExecutables(): readonly string[] {
  const release = join(PROJECT_FOLDER, 'release')
  switch (process.platform) {
    case 'win32':
      return [join(release, 'win-unpacked/yihu.exe')]
    case 'darwin':
      return ['mac-arm64', 'mac'].map((folder) => join(release, folder, 'Yihu.app/Contents/MacOS/yihu'))
    default:
      return [join(release, 'linux-unpacked/yihu')]
  }
}
