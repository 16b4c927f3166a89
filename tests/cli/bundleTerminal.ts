import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { PROJECT_FOLDER } from '../../electron/launch/projectFolder'

/** For vitest: no bundle for a run of other folders alone. */
export default async function prepare(): Promise<(() => Promise<void>) | undefined> {
  const paths = process.argv.filter((word) => word.startsWith('tests/'))
  const isNeeded = paths.length === 0 || paths.some((path) => path.startsWith('tests/cli'))
  return isNeeded ? bundleTerminal() : undefined
}

/**
 * Bundles the terminal program once a run, for the tests that start it: from its sources every start takes seconds to compile
 * them. Each run has a bundle of its own, so that none is ever of older sources. Returns what takes it away again.
 */
export async function bundleTerminal(): Promise<() => Promise<void>> {
  const cache = join(PROJECT_FOLDER, '.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'terminal-'))
  await build({
    configFile: false,
    root: PROJECT_FOLDER,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      target: 'node20',
      ssr: true,
      outDir: folder,
      rolldownOptions: {
        input: {
          yihu: join(PROJECT_FOLDER, 'src/cli.ts'),
          // Found beside its caller, as in the sources.
          openerThread: join(PROJECT_FOLDER, 'src/adapters/package/openerThread.ts'),
        },
        external: [/^node:/, /^@duckdb\//, /^pg(-copy-streams)?$/],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  })
  process.env['YIHU_TEST_TERMINAL'] = join(folder, 'yihu.js')
  return () => rm(folder, { recursive: true, force: true })
}
