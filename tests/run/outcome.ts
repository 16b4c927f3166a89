import { readFile } from 'node:fs/promises'

/**
 * What one step of `npm test` came to; `failures` name each failed test and the first line of why, `skips` each
 * skipped one and why, `flaky` each that passed only when tried again, which counts as failed.
 */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly failures: readonly string[]
  readonly skips: readonly string[]
  readonly flaky: readonly string[]
}

export function sumOutcomes(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: sum(outcomes.map((outcome) => outcome.passed)),
    failed: sum(outcomes.map((outcome) => outcome.failed)),
    skipped: sum(outcomes.map((outcome) => outcome.skipped)),
    failures: outcomes.flatMap((outcome) => outcome.failures),
    skips: outcomes.flatMap((outcome) => outcome.skips),
    flaky: outcomes.flatMap((outcome) => outcome.flaky),
  }
}

/** A step that is one check: type checks, lint. */
export function outcomeOfCheck(name: string, exitCode: number): Outcome {
  const isPassed = exitCode === 0
  return {
    passed: isPassed ? 1 : 0,
    failed: isPassed ? 0 : 1,
    skipped: 0,
    failures: isPassed ? [] : [`${name} (exit code ${String(exitCode)})`],
    skips: [],
    flaky: [],
  }
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly VitestResult[]
  }[]
}

interface VitestResult {
  readonly status: string
  readonly fullName: string
  readonly failureMessages: readonly string[]
}

/** Reads vitest's JSON report. A run that failed without a failed test (a file that does not load) counts as one failure. */
export async function outcomeOfVitest(reportPath: string, exitCode: number): Promise<Outcome> {
  const report = await readReport<VitestReport>(reportPath)
  if (report === null) return outcomeOfCheck(`no report of vitest at ${reportPath}`, exitCode || 1)
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const skips = tests
    .filter((test) => test.status !== 'passed' && test.status !== 'failed')
    .map((test) => `${test.fullName} (${test.status})`)
  const failedTests = tests
    .filter((test) => test.status === 'failed')
    .map((test) => `${test.fullName}: ${firstLine(test.failureMessages[0])}`)
  const failedFiles = report.testResults
    .filter((file) => file.status === 'failed' && file.message !== '')
    .map((file) => `${file.name}: ${firstLine(file.message)}`)
  return atLeastOneFailure(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: skips.length,
      failures: [...failedTests, ...failedFiles],
      skips,
      flaky: [],
    },
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
  readonly results: readonly { readonly error?: { readonly message?: string } }[]
}

/** Reads Playwright's JSON report. */
export async function outcomeOfPlaywright(reportPath: string, exitCode: number): Promise<Outcome> {
  const report = await readReport<{ readonly suites: readonly PlaywrightSuite[] }>(reportPath)
  if (report === null) return outcomeOfCheck(`no report of Playwright at ${reportPath}`, exitCode || 1)
  const tests = report.suites.flatMap(testsOf)
  const skips = tests
    .filter(({ test }) => test.status === 'skipped')
    .map(({ title, test }) => {
      const reason = test.annotations.find((note) => note.type === 'skip')?.description ?? 'no reason given'
      return `[${test.projectName}] ${title}: ${reason}`
    })
  const failures = tests
    .filter(({ test }) => test.status === 'unexpected')
    .map(
      ({ title, test }) =>
        `[${test.projectName}] ${title}: ${firstLine(test.results.at(-1)?.error?.message)}`,
    )
  const flaky = tests
    .filter(({ test }) => test.status === 'flaky')
    .map(({ title, test }) => `[${test.projectName}] ${title}`)
  const passed = tests.filter(({ test }) => test.status === 'expected').length
  return atLeastOneFailure(
    {
      passed,
      failed: tests.length - passed - skips.length,
      skipped: skips.length,
      failures,
      skips,
      flaky,
    },
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
  if (exitCode === 0 || outcome.failed > 0) return outcome
  const failures = outcome.failures.length > 0 ? outcome.failures : ['no test failed, and the run did']
  return { ...outcome, failed: 1, failures }
}

function firstLine(text: string | undefined): string {
  return (text ?? '').split('\n')[0] ?? ''
}

async function readReport<Report>(path: string): Promise<Report | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Report)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
