import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DiagnosticFacts } from '../../../src/application/diagnostics/Diagnostics'
import { diagnosticsText, roughly } from '../../../src/application/diagnostics/diagnosticsText'

const AT = '2020-07-15T08:00:00.000Z'
const HASH = 'a1'.repeat(32)
const ERROR = { at: AT, name: 'TypeError', code: 'ENOSPC', frames: ['index-a1b2c3d4.js:12:345'] }

const FACTS: DiagnosticFacts = {
  made: AT,
  app: {
    version: '1.2.3',
    platform: 'electron',
    packageHash: HASH,
    engines: [{ name: 'Electron', version: '45.4.1' }],
    editions: [{ of: 'census', version: 'census-1', hash: HASH }],
  },
  computer: {
    system: 'win32',
    systemVersion: '10.0.19045',
    architecture: 'x64',
    language: 'zh-CN',
    minutesFromUtc: 480,
    memoryBytes: 8e9,
    freeMemoryBytes: 1e9,
    diskBytes: 2e11,
    freeDiskBytes: 1e10,
    isStorageKept: true,
    screen: { width: 1366, height: 768, pixelRatio: 1.25 },
    window: { width: 1024, height: 700, zoom: 1.1 },
  },
  settings: { language: 'zh-CN', lockMinutes: 10, isVerdictHidden: false },
  data: {
    formats: { package: 1, lake: 1, figures: 1 },
    projects: 2,
    practiceProjects: 1,
    journals: [{ bytes: 1234, attachments: 2 }],
    journalOpenings: [{ tornBytes: 0, damagedRecords: 1 }],
  },
  openProject: {
    kind: 'assessment',
    isPractice: false,
    households: 120,
    hasAdditionalQuestions: true,
    saved: 'saved',
    openingProblems: [{ code: 'index_rebuilt', count: 1 }],
  },
  errors: [ERROR],
  mainErrors: [ERROR],
  problemsShown: [{ at: AT, code: 'not_saved', count: 1 }],
}

const CODES = ['index_rebuilt', 'not_saved']

/** What a field must never let through, whichever it is. */
const DATA = [
  '王秀英',
  'Wang Xiuying',
  'wangxiuying',
  '539901198005050110',
  '13987654321',
  '上寨村',
  'C:\\Users\\wangxy\\名单.xlsx',
  '/home/wangxy/roster.xlsx',
  'wangxy',
  'h-5399900001',
  '5399900001',
  'correct horse',
] as const

type Path = readonly (string | number)[]

/** Where a value that is no list or object stands in another. */
function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]))
}

function withValue(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = withValue(copy[key], rest, put)
  return copy
}

function textOf(facts: unknown): string {
  return diagnosticsText(facts as DiagnosticFacts, CODES)
}

describe('a diagnostics file', () => {
  it('has everything that is of its kind', () => {
    expect(JSON.parse(textOf(FACTS))).toEqual({ note: expect.any(Array) as unknown, ...FACTS })
  })

  it.each(leavesOf(FACTS).map((path) => [path.join('.'), path] as const))(
    'lets no data in by %s',
    (_, path) => {
      for (const each of DATA) {
        const text = textOf(withValue(FACTS, path, each))
        expect(text).not.toContain(JSON.stringify(each).slice(1, -1))
        expect(text).toContain('null')
      }
    },
  )

  it('takes no field that it does not know', () => {
    for (const path of [[], ['app'], ['computer', 'screen'], ['openProject'], ['errors', 0]])
      expect(textOf(withValue(FACTS, [...path, 'title'], '王秀英'))).toBe(textOf(FACTS))
  })

  it('has, whatever text stands in its fields, none that is longer than a version, a code or a hash', () => {
    const paths = leavesOf(FACTS)
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.string({ unit: 'binary', minLength: 1 }), (path, text) => {
        const { note: _, ...made } = JSON.parse(textOf(withValue(FACTS, path, text))) as Record<
          string,
          unknown
        >
        const value = path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], made)
        return value === null || /^[\w.:-]{1,64}$/.test(String(value))
      }),
    )
  })
})

describe('how many households there are', () => {
  it.each([
    [0, 0],
    [7, 7],
    [120, 120],
    [1234, 1200],
    [61999, 62000],
  ])('is told roughly: %i as %i', (count, told) => {
    expect(roughly(count)).toBe(told)
  })
})
