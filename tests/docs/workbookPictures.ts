/**
 * Pictures of the review workbook as LibreOffice prints it, for the guide. Run with a workbook of a practice county with totals:
 * `npx tsx tests/docs/workbookPictures.ts review.xlsx`. Needs LibreOffice, and pdftoppm and pdftotext of poppler-utils.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertByOffice } from '../office/soffice'
import { outputOf, pictureOfPage } from './pictureOfPage'

/** The sheets that are shown, by the name at the foot of their pages, and the files of their pictures. */
const PICTURES = { 三率一度: '23-workbook-measures', 复核: '24-workbook-review' } as const

const [workbook = 'review.xlsx'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'yihu-pictures-'))
try {
  const pdf = join(folder, 'review.pdf')
  writeFileSync(pdf, await convertByOffice(readFileSync(workbook), 'pdf'))
  const pages = outputOf('pdftotext', ['-layout', pdf, '-']).split('\f')
  for (const [sheet, picture] of Object.entries(PICTURES)) {
    const page = pages.findIndex((text) => new RegExp(`^\\s*${sheet} .*\\d+ / \\d+\\s*$`, 'm').test(text)) + 1
    pictureOfPage(pdf, page, picture)
  }
} finally {
  rmSync(folder, { recursive: true })
}
