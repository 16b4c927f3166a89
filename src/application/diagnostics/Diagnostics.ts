import * as v from 'valibot'

// What may stand in a diagnostics file, field by field. Nothing else gets in: a value that is not of its kind becomes null. No field
// takes free text: each is a number, a yes or no, one of a few words, or has a pattern that no name, number of a person or path fits.

const number = known(v.pipe(v.number(), v.minValue(0), v.maxValue(1e15)))
const yes = known(v.boolean())
const version = pattern(/^\d{1,6}(\.\d{1,6}){0,3}$/)
const formVersion = pattern(/^(census-)?\d{1,4}$/)
const hash = pattern(/^[0-9a-f]{64}$/)
const instant = pattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/)
/** Scripts as the build names them. */
const frame = pattern(/^([\w.]{2,40}-[\w-]{8}\.js|(main|preload)\.cjs):\d{1,6}:\d{1,7}$/)

const ERROR_NAMES = [
  'AbortError',
  'AggregateError',
  'ConstraintError',
  'DataCloneError',
  'DataError',
  'DatabaseClosedError',
  'Error',
  'InvalidStateError',
  'NetworkError',
  'NotAllowedError',
  'NotFoundError',
  'NotReadableError',
  'OpenFailedError',
  'QuotaExceededError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TimeoutError',
  'TransactionInactiveError',
  'TypeError',
  'URIError',
  'UnknownError',
  'VersionError',
] as const

const SYSTEM_CODES = [
  'EACCES',
  'EBUSY',
  'EDQUOT',
  'EEXIST',
  'EFBIG',
  'EINVAL',
  'EIO',
  'EISDIR',
  'EMFILE',
  'ENAMETOOLONG',
  'ENFILE',
  'ENODEV',
  'ENOENT',
  'ENOMEM',
  'ENOSPC',
  'ENOTDIR',
  'ENOTEMPTY',
  'ENXIO',
  'EPERM',
  'EROFS',
  'ETXTBSY',
  'EXDEV',
] as const

const error = v.object({
  at: instant,
  name: word(ERROR_NAMES),
  code: word(SYSTEM_CODES),
  frames: v.array(frame),
})

/** The allow list: what diagnostics consist of. `problemCodes`: all that this app knows. */
export function diagnosticsSchema(problemCodes: readonly string[]) {
  const problemCode = word(problemCodes)
  return v.object({
    made: instant,
    app: v.object({
      version,
      platform: word(['electron', 'browser']),
      packageHash: hash,
      engines: v.array(
        v.object({
          name: word(['Electron', 'Chromium', 'Node', 'Chrome', 'Edg', 'Firefox', 'Version']),
          version,
        }),
      ),
      editions: v.array(
        v.object({
          of: word(['standards', 'assessment', 'census', 'village', 'county']),
          version: formVersion,
          hash,
        }),
      ),
    }),
    computer: v.object({
      system: word(['win32', 'darwin', 'linux']),
      systemVersion: version,
      architecture: word(['x64', 'arm64', 'ia32', 'arm']),
      language: pattern(/^[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/),
      minutesFromUtc: known(v.pipe(v.number(), v.integer(), v.minValue(-900), v.maxValue(900))),
      memoryBytes: number,
      freeMemoryBytes: number,
      diskBytes: number,
      freeDiskBytes: number,
      isStorageKept: yes,
      screen: v.object({ width: number, height: number, pixelRatio: number }),
      window: v.object({ width: number, height: number, zoom: number }),
    }),
    settings: v.object({
      language: word(['zh-CN', 'en']),
      lockMinutes: number,
      isVerdictHidden: yes,
    }),
    data: v.object({
      formats: v.object({ package: number, lake: number, figures: number }),
      projects: number,
      practiceProjects: number,
      journals: v.array(v.object({ bytes: number, attachments: number })),
      journalOpenings: v.array(v.object({ tornBytes: number, damagedRecords: number })),
    }),
    openProject: v.nullable(
      v.object({
        kind: word(['assessment', 'census']),
        isPractice: yes,
        households: number,
        hasAdditionalQuestions: yes,
        saved: word(['clean', 'saving', 'saved', 'not_saved', 'refused', 'nothing_held']),
        openingProblems: v.array(v.object({ code: problemCode, count: number })),
      }),
    ),
    errors: v.array(error),
    mainErrors: v.array(error),
    problemsShown: v.array(v.object({ at: instant, code: problemCode, count: number })),
  })
}

/** What is gathered for them, before the allow list has looked at it: any text may stand where a word or a pattern belongs. */
export type DiagnosticFacts = Loose<v.InferOutput<ReturnType<typeof diagnosticsSchema>>>

type Loose<Value> = Value extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : Value extends string
    ? string
    : Value extends object
      ? { readonly [Key in keyof Value]: Loose<Value[Key]> }
      : Value

function known<Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.nullable(schema), null as never)
}

function pattern(regex: RegExp) {
  return known(v.pipe(v.string(), v.regex(regex)))
}

function word<const Words extends readonly string[]>(words: Words) {
  return known(v.picklist(words))
}
