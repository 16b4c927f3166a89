/**
 * Pictures of the review workbook as LibreOffice prints it, for the guide. Run with a workbook of a practice county with totals:
 * `npx tsx tests/docs/workbookPictures.ts review.xlsx`. Needs LibreOffice, and pdftoppm and pdftotext of poppler-utils.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertByOffice } from '../office/soffice'

/** The sheets that are shown, by the name at the foot of their pages, and the files of their pictures. */
const PICTURES = { 三率一度: '23-workbook-measures', 复核: '24-workbook-review' } as const
const DOTS_PER_INCH = '100'

const [workbook = 'review.xlsx'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'yihu-pictures-'))
try {
  const pdf = join(folder, 'review.pdf')
  writeFileSync(pdf, await convertByOffice(readFileSync(workbook), 'pdf'))
  const pages = output('pdftotext', ['-layout', pdf, '-']).split('\f')
  for (const [sheet, picture] of Object.entries(PICTURES)) {
    const page = String(
      pages.findIndex((text) => new RegExp(`^\\s*${sheet} .*\\d+ / \\d+\\s*$`, 'm').test(text)) + 1,
    )
    const words = [
      '-r',
      DOTS_PER_INCH,
      '-png',
      '-f',
      page,
      '-l',
      page,
      '-singlefile',
      pdf,
      `docs/pictures/${picture}`,
    ]
    output('pdftoppm', words)
  }
} finally {
  rmSync(folder, { recursive: true })
}

function output(command: string, words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 1e8 })
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
  return stdout
}
