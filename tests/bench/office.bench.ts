/**
 * The review workbook of 20,000 interviewed households, all sheets: written in a process of its own, then opened by LibreOffice,
 * every formula computed anew, and saved. What is timed begins with the sheets made. Run: `npm run bench office`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeReview } from '../../src/adapters/excel/writeReview'
import { convertByOffice, hasOffice } from '../office/soffice'
import { sheetsOfCounties } from './sheetsOfCounties'

const MARK = { format: 'review 1', project: 'bench', state: 'bench', asOf: '2020-12-31' }
const AIMS = { megabytes: 1_600, officeSeconds: 60 }
/** So that a workbook that misses its aim is still measured. */
const OFFICE_LIMIT_SECONDS = 600

interface Written {
  readonly seconds: number
  /** Peak of the process, the sheets to be written included; megabytes. */
  readonly megabytes: number
}

const [path] = process.argv.slice(2)
if (path === undefined) await measure()
else console.log(JSON.stringify(await writeTo(path)))

async function writeTo(path: string): Promise<Written> {
  const sheets = await sheetsOfCounties()
  const began = performance.now()
  const bytes = await writeReview(sheets, MARK)
  const seconds = secondsSince(began)
  writeFileSync(path, bytes)
  return { seconds, megabytes: process.resourceUsage().maxRSS / 1024 }
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-bench-'))
  try {
    const path = join(folder, 'review.xlsx')
    const script = fileURLToPath(import.meta.url)
    const child = spawnSync(process.execPath, [...process.execArgv, script, path], { encoding: 'utf8' })
    if (child.status !== 0) throw new Error(child.stderr)
    const { seconds, megabytes } = JSON.parse(child.stdout) as Written
    const bytes = readFileSync(path)
    const size = `file ${(bytes.length / 2 ** 20).toFixed(1)} MB`
    tell(
      `written in ${seconds.toFixed(1)} s, ${size}, peak ${megabytes.toFixed(0)} MB`,
      megabytes,
      AIMS.megabytes,
    )
    if (hasOffice()) await measureOffice(bytes)
    else console.log('there is no LibreOffice: npm run setup')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measureOffice(bytes: Uint8Array): Promise<void> {
  const began = performance.now()
  await convertByOffice(bytes, 'xlsx', OFFICE_LIMIT_SECONDS)
  const seconds = secondsSince(began)
  tell(
    `opened, recalculated and saved by LibreOffice in ${seconds.toFixed(1)} s`,
    seconds,
    AIMS.officeSeconds,
  )
}

function tell(what: string, measured: number, aim: number): void {
  console.log(`${what} (aim ${aim})${measured > aim ? '  MISSED' : ''}`)
  if (measured > aim) process.exitCode = 1
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000
}
