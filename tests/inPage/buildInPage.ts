import { join } from 'node:path'
import { build } from 'vite'
import { PROJECT_FOLDER } from '../../electron/launch/projectFolder'

/** A file of this folder as one script for `page.evaluate`, which the page's policy does not concern. */
export async function buildInPage(
  name: 'storeInPage' | 'paintInPage' | 'shownInPage' | 'projectInPage' | 'smoothInPage',
): Promise<string> {
  const entry = join(PROJECT_FOLDER, `tests/inPage/${name}.ts`)
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { vitest: join(PROJECT_FOLDER, 'tests/inPage/vitestInPage.ts') } },
    define: { 'process.env.NODE_ENV': '"test"' },
    build: {
      write: false,
      minify: false,
      target: 'chrome130',
      lib: { entry, formats: ['iife'], name: 'inPage' },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  for (const output of outputs)
    if ('output' in output) for (const file of output.output) if (file.type === 'chunk') return file.code
  throw new Error('the script for the page was not built')
}
