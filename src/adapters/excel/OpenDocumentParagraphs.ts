import type { AttributeOf } from '../xml/OpenElements'

/** The text of a cell: that of its paragraphs, with white space as in ODF 1.3, 6.1.2 to 6.1.5. */
export class OpenDocumentParagraphs {
  private finished: string[] = []
  private paragraph: string | null = null

  beginCell(): void {
    this.finished = []
    this.paragraph = null
  }

  cellText(): string | null {
    return this.finished.length === 0 ? null : this.finished.join('\n')
  }

  open(name: string, attribute: AttributeOf): void {
    if (name === 'text:p' || name === 'text:h') this.paragraph = ''
    if (this.paragraph === null) return
    if (name === 'text:s')
      this.paragraph += SPACE.repeat(Math.min(Number(attribute('text:c') ?? 1) || 1, LONGEST))
    else if (name === 'text:tab') this.paragraph += TAB
    else if (name === 'text:line-break') this.paragraph += LINE_BREAK
  }

  close(name: string): void {
    if (this.paragraph === null || (name !== 'text:p' && name !== 'text:h')) return
    this.finished.push(normalized(this.paragraph))
    this.paragraph = null
  }

  text(text: string): void {
    if (this.paragraph !== null) this.paragraph += text
  }
}

/** White space of the XML becomes one space or, at the ends, none; that of elements is kept. */
function normalized(paragraph: string): string {
  if (!UNUSUAL.test(paragraph)) return paragraph
  return paragraph
    .replace(/[\t\r\n ]+/g, ' ')
    .replace(/^ | $/g, '')
    .replaceAll(SPACE, ' ')
    .replaceAll(TAB, '\t')
    .replaceAll(LINE_BREAK, '\n')
}

/** Placeholders for elements; XML cannot contain these characters. */
const [SPACE, TAB, LINE_BREAK] = ['\u0001', '\u0002', '\u0003'] as const
const UNUSUAL = /[\u0001-\u0003\t\r\n]| {2}|^ | $/
/** What a cell may hold. */
const LONGEST = 32_767
