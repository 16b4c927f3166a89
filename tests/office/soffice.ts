import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const USUAL_PLACES = [
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
] as const

const READ_AS = 'Calc MS Excel 2007 XML'
const FILTERS = { xlsx: 'xlsx:Calc MS Excel 2007 XML', pdf: 'pdf:calc_pdf_Export' } as const

/** 0 is 'always recalculate'. As it comes, LibreOffice believes the values in a file, whatever the file says. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** Below the limit of a test, so that the reason is told. */
const LIMIT_SECONDS = 50

/** Whether LibreOffice is on this machine: at `SOFFICE_PATH` if set, else where systems put it. */
export function hasOffice(): boolean {
  return findOffice() !== null
}

/** The workbook as LibreOffice saves it after it has computed every formula anew: an .xlsx. Takes one to six seconds; throws as `convertByOffice` does. */
export function recalculate(workbook: Uint8Array): Promise<Uint8Array> {
  return convertByOffice(workbook, 'xlsx')
}

/**
 * An .xlsx opened by LibreOffice, every formula computed anew, and saved in another format. Each call has a fresh profile, so calls
 * may run side by side. Throws when there is no LibreOffice, when it cannot read the file, and when it takes too long.
 */
export async function convertByOffice(
  workbook: Uint8Array,
  to: keyof typeof FILTERS,
  limitSeconds = LIMIT_SECONDS,
): Promise<Uint8Array> {
  const program = findOffice()
  if (program === null) throw new Error('there is no LibreOffice: npm run setup, or SOFFICE_PATH')
  const folder = await mkdtemp(join(tmpdir(), 'yihu-office-'))
  try {
    await mkdir(join(folder, 'profile/user'), { recursive: true })
    await writeFile(join(folder, 'profile/user/registrymodifications.xcu'), SETTINGS)
    await writeFile(join(folder, 'workbook.xlsx'), workbook)
    const words = [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...['--headless', '--norestore', `--infilter=${READ_AS}`, '--convert-to', FILTERS[to]],
      ...['--outdir', join(folder, 'saved'), join(folder, 'workbook.xlsx')],
    ]
    const said = await run(program, words, limitSeconds)
    const saved = await readFile(join(folder, 'saved', `workbook.${to}`)).catch(() => null)
    // A file that it cannot read is no failure to LibreOffice: it says so, and ends with 0.
    if (saved === null) throw new Error(`LibreOffice saved nothing. It said: ${said}`)
    return new Uint8Array(saved)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function findOffice(): string | null {
  const wanted = process.env['SOFFICE_PATH']
  if (wanted !== undefined && wanted !== '') return existsSync(wanted) ? wanted : null
  return USUAL_PLACES.find((place) => existsSync(place)) ?? null
}

/** What the program said; it and all that it started are ended after `limitSeconds`. */
function run(program: string, words: readonly string[], limitSeconds: number): Promise<string> {
  // The program that is started only starts another: a group of their own lets both be ended.
  const hasGroup = process.platform !== 'win32'
  const child = spawn(program, words, { detached: hasGroup, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      if (hasGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      else child.kill('SIGKILL')
      reject(new Error(`LibreOffice took more than ${limitSeconds} s. It said: ${said}`))
    }, limitSeconds * 1000)
    child.once('error', reject)
    child.once('close', () => {
      clearTimeout(limit)
      resolve(said)
    })
  })
}
