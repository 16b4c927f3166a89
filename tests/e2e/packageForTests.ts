import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { packageApp } from '../../electron/release/packageApp'
import { PROJECT_FOLDER } from '../../electron/launch/projectFolder'
import type { Runtime } from '../../electron/launch/resolveRuntime'

const ENTRY = 'dist/test/entry.cjs'

/**
 * The release package but for what Playwright needs: the node-inspect fuse, Chromium's port (which a release refuses), and its own
 * loader in front of the app, which holds the app's start until Playwright listens. Without the loader one launch in thirty hangs.
 */
export async function packageForTests(runtime: Runtime): Promise<string> {
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  const loader = await readFile(join(playwright, 'lib/server/electron/loader.js'), 'utf8')
  await mkdir(join(PROJECT_FOLDER, dirname(ENTRY)), { recursive: true })
  await writeFile(
    join(PROJECT_FOLDER, ENTRY),
    `globalThis.yihuUnderTest = true\n${loader}\nrequire('../electron/main.cjs')\n`,
  )
  return packageApp(runtime, {
    output: '.cache/e2e',
    configuration: {
      files: [ENTRY],
      extraMetadata: { main: ENTRY },
      electronFuses: { enableNodeCliInspectArguments: true },
    },
  })
}
