import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { collectPackages, writeNotices } from './electron/launch/bundledPackages.ts'
import { BROWSER_FLAGS, findChromium } from './electron/launch/findChromium.ts'
import { guidePages } from './electron/launch/guide/guidePages.ts'

import packageJson from './package.json' with { type: 'json' }
import updateKey from './resources/update/key.json' with { type: 'json' }

const isVitest = process.env['VITEST'] !== undefined
const chromium = findChromium()
const bundled = collectPackages()

/** Three bundles of one source tree: `vite build` makes them all, `vite` serves the renderer alone. */
export default defineConfig({
  plugins: [vue(), guidePages(), bundled.plugin],
  root: isVitest ? '.' : 'src',
  cacheDir: `${import.meta.dirname}/node_modules/.cache/vite`,
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
    __APP_VERSION__: JSON.stringify(packageJson.version),
    // Whose updates the app takes is decided here, once: no switch of the running app changes it.
    __YIHU_UPDATE_KEY__: JSON.stringify(process.env['YIHU_UPDATE_KEY'] ?? updateKey.publicKey),
  },
  worker: { format: 'es', plugins: () => [bundled.plugin] },
  builder: {
    // The collector sees the bundles of every environment.
    sharedConfigBuild: true,
    async buildApp(builder) {
      for (const name of ['client', 'main', 'preload']) {
        const environment = builder.environments[name]
        if (environment !== undefined) await builder.build(environment)
      }
      writeNotices(`${import.meta.dirname}/dist/renderer/notices.json`, bundled.packages())
    },
  },
  environments: {
    client: {
      build: {
        target: 'chrome130',
        outDir: '../dist/renderer',
        emptyOutDir: true,
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 5000,
      },
    },
    main: nodeBundle('electron/main/index.ts', 'main.cjs', 'node20'),
    // A sandboxed preload can only be CommonJS, one file, and require nothing but 'electron'.
    preload: nodeBundle('electron/preload/index.ts', 'preload.cjs', 'node20'),
  },
  test: {
    // Many files flush to the disk; a busy machine takes its time.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Vitest itself would leave one core idle: half of a small machine.
    maxWorkers: '100%',
    // One test run in one time zone; `npm test` runs the unit tests again in another one.
    env: { TZ: process.env['TZ'] ?? 'Asia/Shanghai' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts'],
          environment: 'node',
          globalSetup: 'tests/cli/bundleTerminal.ts',
          // Modules are loaded once a process, not once a file. So a test puts back what it changes of the process.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: BROWSER_FLAGS,
                ...(chromium === null ? {} : { executablePath: chromium }),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})

function nodeBundle(input: string, fileName: string, target: string) {
  return {
    consumer: 'server' as const,
    resolve: { noExternal: true as const, external: ['electron', 'original-fs'] },
    build: {
      target,
      ssr: true,
      outDir: '../dist/electron',
      emptyOutDir: false,
      rolldownOptions: {
        input: `${import.meta.dirname}/${input}`,
        external: ['electron', 'original-fs', /^node:/],
        output: { format: 'cjs' as const, entryFileNames: fileName, codeSplitting: false },
        // Comments with paths would depend on where packages lie.
        experimental: { attachDebugInfo: 'none' as const },
      },
    },
  }
}
