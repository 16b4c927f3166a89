import { describe, expect, it } from 'vitest'
import { readGuide } from '../../../electron/launch/guide/readGuide'

const PICTURE = { source: '/a.png', width: 30, height: 20 }

const GUIDE = `# Title

Left out.

<!-- chapter: first -->

## 1. First: a “start”

See [the part](#a-part), [a file](formats.md) and <https://example.org/>.

![A <page>](pictures/a.png)

<!-- chapter: part -->

### A part

Back to [the start](#1-first-a-start).

<!-- keys: generated -->

| a | b |
| --- | --- |
| \`1\` | 2 < 3 |

<!-- chapter: second -->

## 2. Second

End.
`

function read(markdown: string) {
  return readGuide(markdown, () => PICTURE)
}

describe('reading a guide', () => {
  it('gives its chapters and their sections by the names in front of them', () => {
    expect(read(GUIDE).map(({ html: _, ...rest }) => rest)).toEqual([
      { name: 'first', title: '1. First: a “start”', sections: [{ name: 'part', title: 'A part' }] },
      { name: 'second', title: '2. Second', sections: [] },
    ])
  })

  it('leads from links to the names of headings, and leaves of other links the text', () => {
    const html = read(GUIDE)[0]?.html ?? ''
    expect(html).toContain('<a href="#part">the part</a>, a file and https://example.org/.')
    expect(html).toContain('<h3 data-section="part">A part</h3>')
    expect(html).toContain('<a href="#first">the start</a>')
  })

  it('writes pictures with their size, and text as text', () => {
    const html = read(GUIDE)[0]?.html ?? ''
    expect(html).toContain('<img src="/a.png" alt="A &lt;page>" width="30" height="20">')
    expect(html).toContain('<td>2 &lt; 3</td>')
    expect(html).not.toContain('generated')
    expect(html).not.toContain('Left out')
  })

  it.each([
    ['raw HTML', '<!-- chapter: a -->\n\n## A\n\n<b>x</b>\n'],
    ['raw HTML', '<!-- chapter: a -->\n\n## A\n\n<div>x</div>\n'],
    ['no name', '## A\n'],
    ['two headings a', '<!-- chapter: a -->\n\n## A\n\n<!-- chapter: a -->\n\n## B\n'],
    ['no heading', '<!-- chapter: a -->\n\n## A\n\n[x](#nowhere)\n'],
  ])('refuses %s', (message, markdown) => {
    expect(() => read(markdown)).toThrow(message)
  })
})
