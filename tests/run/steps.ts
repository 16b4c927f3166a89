import { spawn, spawnSync } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findChromium } from '../../electron/launch/findChromium'
import { PROJECT_FOLDER } from '../../electron/launch/projectFolder'
import { hasDisplay } from '../../electron/launch/windowObstacles'
import { RESTORED_VERSION } from '../../electron/launch/restoreRuntime'
import { outcomeOfCheck, outcomeOfPlaywright, outcomeOfVitest, sumOutcomes, type Outcome } from './outcome'
import { restoredTypesProject } from './restoredTypesProject'

/** Where the output of a step goes: at once to the terminal, or kept until it can be printed whole. */
export type Output = 'at once' | { kept: string }

export interface Step {
  readonly name: string
  readonly run: (output: Output) => Promise<Outcome>
}

/** West of Greenwich a date read as midnight UTC is the day before: the usual trap, unseen in Shanghai. */
const WHERE_DATES_ARE_READ = ['tests/adapters/excel/', 'tests/application/', 'tests/domain/', 'tests/ui/']

/** Checks take one core; the unit tests take what they leave. */
const SIDE_BY_SIDE: readonly (readonly Step[])[] = [
  [{ name: 'unit', run: (output) => runVitest(output, 'unit', 'Asia/Shanghai') }],
  [
    { name: 'typecheck', run: (output) => runScript(output, 'typecheck') },
    { name: 'typecheck-restored', run: checkRestoredTypes },
    { name: 'lint', run: (output) => runScript(output, 'lint') },
    {
      name: 'unit-other-zone',
      run: (output) => runVitest(output, 'unit', 'America/New_York', WHERE_DATES_ARE_READ),
    },
  ],
]

/** Windows take every core there is. */
const ALONE: readonly Step[] = [
  { name: 'browser', run: runBrowserTests },
  { name: 'e2e', run: runEndToEnd },
  { name: 'faults', run: runFaults },
]

/** Everything `npm test` does: stages one after the other, the lanes of a stage side by side, the steps of a lane in turn. */
export const STAGES: readonly (readonly (readonly Step[])[])[] = [SIDE_BY_SIDE, [ALONE]]

async function runScript(output: Output, name: string): Promise<Outcome> {
  return outcomeOfCheck(name, await runCommand(output, 'npm', ['run', '-s', name]))
}

/** `electron/` once more, against the older Electron that closed networks run. */
async function checkRestoredTypes(output: Output): Promise<Outcome> {
  let project: string
  try {
    project = await restoredTypesProject()
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { ...sumOutcomes([]), skipped: 1, skips: [`types of Electron ${RESTORED_VERSION}: ${reason}`] }
  }
  const exitCode = await runCommand(output, 'npx', ['tsc', '--project', project])
  return outcomeOfCheck(`types of Electron ${RESTORED_VERSION}`, exitCode)
}

async function runVitest(
  output: Output,
  project: string,
  timeZone: string,
  folders: readonly string[] = [],
): Promise<Outcome> {
  const report = await reportFile(`vitest-${project}-${timeZone.replace('/', '-')}`)
  const words = [
    'vitest',
    'run',
    ...folders,
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  return outcomeOfVitest(report, await runCommand(output, 'npx', words, { TZ: timeZone }))
}

async function runBrowserTests(output: Output): Promise<Outcome> {
  const files = (await readdir(join(PROJECT_FOLDER, 'tests'), { recursive: true })).filter((name) =>
    name.endsWith('.browser.test.ts'),
  )
  if (files.length === 0) return sumOutcomes([])
  if (findChromium() !== null) return runVitest(output, 'browser', 'Asia/Shanghai')
  const skips = files.map((file) => `${file}: there is no Chromium; npm run setup, or CHROMIUM_PATH`)
  return { ...sumOutcomes([]), skipped: skips.length, skips }
}

async function runEndToEnd(output: Output): Promise<Outcome> {
  const report = await reportFile('playwright')
  const words = ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts']
  const exitCode = await runWithDisplay(output, words, { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  return outcomeOfPlaywright(report, exitCode)
}

/** A share of the fault campaign with the real window; the one over the lossy file layer has its share among the unit tests. */
async function runFaults(output: Output): Promise<Outcome> {
  const words = [
    'tsx',
    'tests/faults/run.ts',
    '--rounds',
    '0',
    '--disk-rounds',
    '0',
    '--lock-rounds',
    '0',
    '--window-rounds',
    '2',
  ]
  const exitCode = await runWithDisplay(output, words)
  const skips = ['rounds with the real window: none can be had here']
  if (exitCode === 77) return { ...sumOutcomes([]), skipped: 1, skips }
  return outcomeOfCheck('faults', exitCode)
}

/** On a virtual display where there is no other; without either, what needs a window skips itself and prints that. */
function runWithDisplay(
  output: Output,
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<number> {
  const isVirtual = !hasDisplay(process.env) && spawnSync('xvfb-run', ['--help']).error === undefined
  const command = isVirtual ? ['xvfb-run', '-a', 'npx', ...words] : ['npx', ...words]
  return runCommand(output, command[0] ?? '', command.slice(1), environment)
}

/** A fresh name: an old report must never be taken for this run's. */
async function reportFile(name: string): Promise<string> {
  const folder = join(PROJECT_FOLDER, '.cache/reports')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name}.json`)
  await rm(path, { force: true })
  return path
}

function runCommand(
  output: Output,
  command: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<number> {
  const child = spawn(command, words, {
    cwd: PROJECT_FOLDER,
    stdio: output === 'at once' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { TZ: 'Asia/Shanghai', ...process.env, ...environment },
    shell: process.platform === 'win32',
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      if (output !== 'at once') output.kept += text
    })
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
}
