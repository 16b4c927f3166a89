/**
 * Pictures of hand forms as LibreOffice prints them, for the guide. Run with a workbook of each form, of one household:
 * `npx tsx tests/docs/formPictures.ts household-visit.xlsx blank.xlsx`. Needs LibreOffice, and pdftoppm of poppler-utils.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertByOffice } from '../office/soffice'
import { pictureOfPage } from './pictureOfPage'

/** The files of the pictures, in the order of the workbooks. */
const PICTURES = ['25-form-visit', '26-form-blank'] as const

const folder = mkdtempSync(join(tmpdir(), 'yihu-pictures-'))
try {
  for (const [at, workbook] of process.argv.slice(2).entries()) {
    const pdf = join(folder, `${at}.pdf`)
    writeFileSync(pdf, await convertByOffice(readFileSync(workbook), 'pdf'))
    pictureOfPage(pdf, 1, PICTURES[at] ?? `form-${at}`)
  }
} finally {
  rmSync(folder, { recursive: true })
}
