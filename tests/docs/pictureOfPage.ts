import { spawnSync } from 'node:child_process'

const DOTS_PER_INCH = '100'

/** Puts a page of a PDF, from 1, among the pictures of the guide. */
export function pictureOfPage(pdf: string, page: number, picture: string): void {
  const own = String(page)
  const words = [
    '-r',
    DOTS_PER_INCH,
    '-png',
    '-f',
    own,
    '-l',
    own,
    '-singlefile',
    pdf,
    `docs/pictures/${picture}`,
  ]
  outputOf('pdftoppm', words)
}

/** What a program of poppler-utils prints; throws where it fails. */
export function outputOf(command: string, words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 1e8 })
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
  return stdout
}
