import {
  ASYMMETRIC_MATCHERS_OBJECT, chai, getState, GLOBAL_EXPECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState,
} from '@vitest/expect' // prettier-ignore

/**
 * As much of Vitest as the contract suite uses, for a page where Vitest cannot go: the app's own window in Electron.
 * The matchers are Vitest's; only collecting and running is done here.
 */

type Work = () => unknown

interface CollectedTest {
  readonly name: string
  readonly before: readonly Work[]
  readonly body: Work
}

export interface TestOutcome {
  readonly name: string
  /** null when it passed. */
  readonly failure: string | null
}

const collected: CollectedTest[] = []
let suite: { readonly name: string; readonly before: readonly Work[] } = { name: '', before: [] }

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

function inPageExpect(value: unknown, message?: string) {
  return chai.expect(value, message)
}
const matchers: object = (globalThis as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT] ?? {}
export const expect = Object.assign(inPageExpect, chai.expect, matchers)
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, configurable: true })
setState({ ...getState(expect as never), assertionCalls: 0 }, expect as never)

export function describe(name: string, body: () => void): void {
  const outer = suite
  suite = { name: `${outer.name}${name} > `, before: outer.before }
  body()
  suite = outer
}

export function beforeEach(work: Work): void {
  suite = { ...suite, before: [...suite.before, work] }
}

export function it(name: string, body: Work): void {
  collected.push({ name: suite.name + name, before: suite.before, body })
}

it.each = (rows: readonly unknown[]) => (name: string, body: (...values: unknown[]) => unknown) => {
  for (const row of rows) {
    const values = Array.isArray(row) ? (row as unknown[]) : [row]
    it(name.replace('%s', String(values[0])), () => body(...values))
  }
}

/** Runs what was collected, one after another. */
export async function runCollected(): Promise<readonly TestOutcome[]> {
  const outcomes: TestOutcome[] = []
  for (const { name, before, body } of collected)
    outcomes.push({ name, failure: await failureOf(before, body) })
  return outcomes
}

async function failureOf(before: readonly Work[], body: Work): Promise<string | null> {
  const after: unknown[] = []
  try {
    for (const work of before) after.push(await work())
    await body()
    for (const work of after) if (typeof work === 'function') await (work as Work)()
    return null
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
