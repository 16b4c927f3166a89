import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outcomeOfPlaywright, outcomeOfVitest, sumOutcomes } from './outcome'

let folder = ''
let report = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-report-'))
  report = join(folder, 'report.json')
})

afterEach(() => rm(folder, { recursive: true }))

function vitestReport(...statuses: readonly string[]): string {
  return JSON.stringify({
    numPassedTests: statuses.filter((status) => status === 'passed').length,
    numFailedTests: statuses.filter((status) => status === 'failed').length,
    testResults: [
      {
        name: 'a.test.ts',
        status: 'passed',
        message: '',
        assertionResults: statuses.map((status) => ({
          status,
          fullName: `a ${status} test`,
          failureMessages: status === 'failed' ? ['expected 1 to be 2\n    at a.test.ts:3'] : [],
        })),
      },
    ],
  })
}

describe('the outcome of a vitest run', () => {
  it('counts what passed, failed and was skipped, and names the failed and the skipped', async () => {
    await writeFile(report, vitestReport('passed', 'passed', 'failed', 'skipped', 'todo'))
    expect(await outcomeOfVitest(report, 1)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 2,
      failures: ['a failed test: expected 1 to be 2'],
      skips: ['a skipped test (skipped)', 'a todo test (todo)'],
      flaky: [],
    })
  })

  it('is a failure when a file could not be loaded, though no test failed', async () => {
    const file = { name: 'b.test.ts', status: 'failed', message: 'no such module\nat', assertionResults: [] }
    await writeFile(report, JSON.stringify({ numPassedTests: 1, numFailedTests: 0, testResults: [file] }))
    const failures = ['b.test.ts: no such module']
    expect(await outcomeOfVitest(report, 1)).toMatchObject({ passed: 1, failed: 1, failures })
  })

  it('is a failure when there is no report', async () => {
    expect(await outcomeOfVitest(report, 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('the outcome of a Playwright run', () => {
  it('counts tests within suites within suites, a flaky one as failed and by name, and gives why one was skipped', async () => {
    const test = (status: string, annotations: readonly object[] = []) => ({
      projectName: 'electron',
      status,
      annotations,
      results: status === 'unexpected' ? [{ error: { message: 'timed out\nat' } }] : [{}],
    })
    const inner = {
      specs: [
        { title: 'wobbles', tests: [test('flaky')] },
        { title: 'opens', tests: [test('skipped', [{ type: 'skip', description: 'no runtime' }])] },
      ],
    }
    const suites = [
      { specs: [{ title: 'works', tests: [test('expected'), test('unexpected')] }], suites: [inner] },
    ]
    await writeFile(report, JSON.stringify({ suites }))
    expect(await outcomeOfPlaywright(report, 1)).toEqual({
      passed: 1,
      failed: 2,
      skipped: 1,
      failures: ['[electron] works: timed out'],
      skips: ['[electron] opens: no runtime'],
      flaky: ['[electron] wobbles'],
    })
  })
})

describe('the sum of outcomes', () => {
  it('adds them up', () => {
    const one = { passed: 1, failed: 2, skipped: 1, failures: ['e'], skips: ['a'], flaky: [] }
    const two = { passed: 10, failed: 0, skipped: 1, failures: ['f'], skips: ['b'], flaky: ['c'] }
    expect(sumOutcomes([one, two])).toEqual({
      passed: 11,
      failed: 2,
      skipped: 2,
      failures: ['e', 'f'],
      skips: ['a', 'b'],
      flaky: ['c'],
    })
  })
})

describe('a test run', () => {
  it('lives in the time zone that it was given', () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env['TZ'])
    const isEastOfGreenwich = new Date(2020, 5, 30).getTimezoneOffset() < 0
    expect(isEastOfGreenwich).toBe(process.env['TZ'] === 'Asia/Shanghai')
  })
})
