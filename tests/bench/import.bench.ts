/**
 * Import of 100,000 member rows against SheetJS merely parsing the same file, each in a process of its own, in turn.
 * Aim: at most 1.3 times the time and 1.5 times the peak memory. Run: `npx tsx tests/bench/import.bench.ts`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { read } from 'xlsx'
import { keyedHash } from '../../src/adapters/crypto/keyedHash'
import { readSheets } from '../../src/adapters/excel/readSheets'
import { rosterVocabulary } from '../../src/adapters/resources/rosterVocabulary'
import { importRoster } from '../../src/application/roster/importRoster'
import { rosterWorkbook } from './rosterWorkbook'

const MEMBER_ROWS = 100_000
const ROUNDS = 5

interface Measured {
  readonly milliseconds: number
  readonly megabytes: number
  readonly rows: number
}

const [job, path] = process.argv.slice(2)
if (job === undefined) compare()
else console.log(JSON.stringify(measure(job, path ?? '')))

function measure(job: string, path: string): Measured {
  const bytes = readFileSync(path)
  const began = performance.now()
  const rows = job === 'import' ? importedRows(bytes) : parsedRows(bytes)
  const milliseconds = performance.now() - began
  return { milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, rows }
}

function importedRows(bytes: Uint8Array): number {
  const request = { files: [{ name: 'county.xlsx', bytes }], salt: 'bench' }
  return importRoster(request, { readSheets, vocabulary: rosterVocabulary, keyedHash }).rows.imported
}

function parsedRows(bytes: Uint8Array): number {
  const workbook = read(bytes, { dense: true })
  return workbook.Sheets[workbook.SheetNames[0] ?? '']?.['!data']?.length ?? 0
}

function compare(): void {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-bench-'))
  try {
    const file = join(folder, 'county.xlsx')
    writeFileSync(file, rosterWorkbook(MEMBER_ROWS))
    const parses: Measured[] = []
    const imports: Measured[] = []
    for (let round = 0; round < ROUNDS; round++) {
      parses.push(inOwnProcess('parse', file))
      imports.push(inOwnProcess('import', file))
    }
    if (imports.some(({ rows }) => rows !== MEMBER_ROWS)) throw new Error('the import did not take every row')
    tell('time', 'ms', 1.3, parses, imports, ({ milliseconds }) => milliseconds)
    tell('peak memory', 'MB', 1.5, parses, imports, ({ megabytes }) => megabytes)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function inOwnProcess(job: string, file: string): Measured {
  const script = fileURLToPath(import.meta.url)
  const child = spawnSync(process.execPath, [...process.execArgv, script, job, file], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout) as Measured
}

function tell(
  name: string,
  unit: string,
  aim: number,
  parses: readonly Measured[],
  imports: readonly Measured[],
  of: (measured: Measured) => number,
): void {
  const [parse, whole] = [median(parses.map(of)), median(imports.map(of))]
  const ratio = (whole / parse).toFixed(2)
  console.log(
    `import ${name}: ${ratio} x SheetJS parsing (aim ${aim}; ${Math.round(whole)} against ${Math.round(parse)} ${unit})`,
  )
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? NaN
}
