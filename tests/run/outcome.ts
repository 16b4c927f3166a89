import { readFile } from 'node:fs/promises'

/** What one step of `npm test` came to; `skips` name each skipped test and why, `flaky` each that passed only when tried again, which counts as failed. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly skips: readonly string[]
  readonly flaky: readonly string[]
}

export function sumOutcomes(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: sum(outcomes.map((outcome) => outcome.passed)),
    failed: sum(outcomes.map((outcome) => outcome.failed)),
    skipped: sum(outcomes.map((outcome) => outcome.skipped)),
    skips: outcomes.flatMap((outcome) => outcome.skips),
    flaky: outcomes.flatMap((outcome) => outcome.flaky),
  }
}

/** A step that is one check: type checks, lint. */
export function outcomeOfCheck(exitCode: number): Outcome {
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0, skips: [], flaky: [] }
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/** Reads vitest's JSON report. A run that failed without a failed test (a file that does not load) counts as one failure. */
export async function outcomeOfVitest(reportPath: string, exitCode: number): Promise<Outcome> {
  const report = await readReport<VitestReport>(reportPath)
  if (report === null) return outcomeOfCheck(1)
  const skips = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status !== 'passed' && test.status !== 'failed')
    .map((test) => `${test.fullName} (${test.status})`)
  return atLeastOneFailure(
    { passed: report.numPassedTests, failed: report.numFailedTests, skipped: skips.length, skips, flaky: [] },
    exitCode,
  )
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs: readonly { readonly title: string; readonly tests: readonly PlaywrightTest[] }[]
}

interface PlaywrightTest {
  readonly projectName: string
  readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped'
  readonly annotations: readonly { readonly type: string; readonly description?: string }[]
}

/** Reads Playwright's JSON report. */
export async function outcomeOfPlaywright(reportPath: string, exitCode: number): Promise<Outcome> {
  const report = await readReport<{ readonly suites: readonly PlaywrightSuite[] }>(reportPath)
  if (report === null) return outcomeOfCheck(1)
  const tests = report.suites.flatMap(testsOf)
  const skips = tests
    .filter(({ test }) => test.status === 'skipped')
    .map(({ title, test }) => {
      const reason = test.annotations.find((note) => note.type === 'skip')?.description ?? 'no reason given'
      return `[${test.projectName}] ${title}: ${reason}`
    })
  const flaky = tests
    .filter(({ test }) => test.status === 'flaky')
    .map(({ title, test }) => `[${test.projectName}] ${title}`)
  const passed = tests.filter(({ test }) => test.status === 'expected').length
  return atLeastOneFailure(
    { passed, failed: tests.length - passed - skips.length, skipped: skips.length, skips, flaky },
    exitCode,
  )
}

function testsOf(
  suite: PlaywrightSuite,
): readonly { readonly title: string; readonly test: PlaywrightTest }[] {
  const own = suite.specs.flatMap((spec) => spec.tests.map((test) => ({ title: spec.title, test })))
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)]
}

function atLeastOneFailure(outcome: Outcome, exitCode: number): Outcome {
  return exitCode !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome
}

async function readReport<Report>(path: string): Promise<Report | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Report)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
