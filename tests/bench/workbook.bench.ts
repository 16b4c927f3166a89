/**
 * The review workbook of 20,000 interviewed households, all sheets, against exceljs and SheetJS writing the same cells
 * without styles: each in a process of its own, in turn. What is timed begins with the sheets made. Run: `npm run bench workbook`.
 */
import exceljs from 'exceljs'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { utils, write } from 'xlsx'
import { writeWorkbook } from '../../src/adapters/excel/writeWorkbook'
import type { WorkbookSheet } from '../../src/application/workbook/WorkbookSheet'
import { percentile } from './percentile'
import { sheetsOfCounties } from './sheetsOfCounties'

const ROUNDS = 3
/** Times the quicker of the two peers. */
const AIMS = { time: 1, memory: 1 }

type Writer = (sheets: readonly WorkbookSheet[]) => Promise<Uint8Array>

const WRITERS: Readonly<Record<string, Writer>> = {
  yihu: writeWorkbook,
  exceljs: async (sheets) => {
    const workbook = new exceljs.Workbook()
    for (const { name, columns, rows } of sheets) {
      const sheet = workbook.addWorksheet(name)
      sheet.addRow(columns.map(({ label }) => label))
      for (const row of rows) sheet.addRow([...row])
    }
    return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer)
  },
  sheetjs: (sheets) => {
    const workbook = utils.book_new()
    for (const { name, columns, rows } of sheets) {
      const cells = [columns.map(({ label }) => label), ...Array.from(rows, (row) => [...row])]
      utils.book_append_sheet(workbook, utils.aoa_to_sheet(cells, { dense: true }), name)
    }
    const bytes = write(workbook, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true })
    return Promise.resolve(new Uint8Array(bytes as ArrayBuffer))
  },
}

interface Measured {
  readonly milliseconds: number
  /** Peak of the process, the sheets to be written included; megabytes. */
  readonly megabytes: number
  /** Of the file. */
  readonly written: number
}

const [job] = process.argv.slice(2)
if (job === undefined) compare()
else console.log(JSON.stringify(await measure(job)))

async function measure(job: string): Promise<Measured> {
  const sheets = await sheetsOfCounties()
  const writer = WRITERS[job]
  const began = performance.now()
  const written = writer === undefined ? 0 : (await writer(sheets)).byteLength / 2 ** 20
  const milliseconds = performance.now() - began
  return { milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, written }
}

function compare(): void {
  const names = ['nothing', ...Object.keys(WRITERS)]
  const found = new Map(names.map((name) => [name, [] as Measured[]]))
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of names) found.get(name)?.push(inOwnProcess(name))
  const median = (name: string, of: (measured: Measured) => number): number =>
    percentile((found.get(name) ?? []).map(of), 50)
  for (const name of names)
    console.log(
      `${name.padEnd(8)} ${(median(name, (each) => each.milliseconds) / 1000).toFixed(1)} s, peak ` +
        `${median(name, (each) => each.megabytes).toFixed(0)} MB, file ${median(name, (each) => each.written).toFixed(1)} MB`,
    )
  tell('time', AIMS.time, (name) => median(name, (each) => each.milliseconds))
  tell('peak memory', AIMS.memory, (name) => median(name, (each) => each.megabytes))
}

function tell(what: string, aim: number, of: (name: string) => number): void {
  const ratios = ['exceljs', 'sheetjs'].map((peer) => of('yihu') / of(peer))
  const isMissed = Math.max(...ratios) > aim
  console.log(
    `${what}: ${ratios[0]?.toFixed(2)} x exceljs, ${ratios[1]?.toFixed(2)} x SheetJS (aim ${aim})${isMissed ? '  MISSED' : ''}`,
  )
  if (isMissed) process.exitCode = 1
}

function inOwnProcess(job: string): Measured {
  const script = fileURLToPath(import.meta.url)
  const child = spawnSync(process.execPath, [...process.execArgv, script, job], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout) as Measured
}
