import { Marked, type Tokens, type TokensList } from 'marked'

/** A chapter of the guide as it is built into the app. */
export interface ReadChapter {
  /** The same in every language: `interview`. */
  readonly name: string
  /** With its number: `6. 入户`. */
  readonly title: string
  readonly sections: readonly { readonly name: string; readonly title: string }[]
  /** Without its title. Sections begin with `<h3 data-section="name">`, links to chapters are `<a href="#name">`. */
  readonly html: string
}

export interface Picture {
  /** What stands in `src`. */
  readonly source: string
  /** In pixels. */
  readonly width: number
  readonly height: number
}

const COMMENT = /^\s*<!--([^]*?)-->\s*$/
const NAME = /^ chapter: ([a-z]+(?:-[a-z]+)*) $/

/**
 * The chapters of a guide written in Markdown. A comment before each heading names it: `<!-- chapter: interview -->`. What stands
 * before the first chapter is left out. Links lead to chapters alone; others become plain text, since the app opens no addresses.
 * Throws on raw HTML, on a heading without a name, on a name given twice and on a link to no heading.
 */
export function readGuide(markdown: string, pictureOf: (path: string) => Picture): readonly ReadChapter[] {
  const tokens = new Marked().lexer(markdown)
  const headings = namedHeadings(tokens)
  const marked = rendererOf(headings, pictureOf)
  const chapters: (Omit<ReadChapter, 'html'> & { readonly parts: TokensList })[] = []
  for (const token of tokens) {
    const heading = token.type === 'heading' ? headings.get(token as Tokens.Heading) : undefined
    const parts = chapters.at(-1)?.parts
    if (heading?.depth === 2) {
      chapters.push({ ...heading, sections: [], parts: Object.assign([], { links: tokens.links }) })
    } else if (parts !== undefined && token.type !== 'html') parts.push(token)
  }
  return chapters.map(({ name, title, parts }) => ({
    name,
    title,
    sections: parts.flatMap((token) => {
      const heading = headings.get(token as Tokens.Heading)
      return heading === undefined ? [] : [{ name: heading.name, title: heading.title }]
    }),
    html: marked.parser(parts),
  }))
}

interface NamedHeading {
  readonly name: string
  readonly title: string
  readonly depth: number
}

type Headings = ReadonlyMap<Tokens.Heading, NamedHeading>

/** The headings of chapters and sections by the comments before them. */
function namedHeadings(tokens: TokensList): Headings {
  const headings = new Map<Tokens.Heading, NamedHeading>()
  let name: string | undefined
  for (const token of tokens) {
    if (token.type === 'html') name = NAME.exec(commentOf(token.raw))?.[1] ?? name
    if (token.type !== 'heading') continue
    const heading = token as Tokens.Heading
    if (heading.depth === 1) continue
    if (name === undefined) throw new Error(`the guide's heading has no name: ${heading.text}`)
    headings.set(heading, { name, title: heading.text, depth: heading.depth })
    name = undefined
  }
  const names = [...headings.values()].map((each) => each.name)
  const twice = names.find((each, index) => names.indexOf(each) < index)
  if (twice !== undefined) throw new Error(`the guide names two headings ${twice}`)
  return headings
}

function commentOf(raw: string): string {
  const comment = COMMENT.exec(raw)?.[1]
  if (comment === undefined) throw new Error(`the guide has raw HTML: ${raw}`)
  return comment
}

function rendererOf(headings: Headings, pictureOf: (path: string) => Picture): Marked {
  const namesBySlug = new Map([...headings.values()].map(({ title, name }) => [slugOf(title), name]))
  return new Marked({
    renderer: {
      heading(token) {
        const name = headings.get(token)?.name ?? ''
        return `<h3 data-section="${name}">${this.parser.parseInline(token.tokens)}</h3>\n`
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens)
        if (!href.startsWith('#')) return text
        const name = namesBySlug.get(decodeURIComponent(href.slice(1)))
        if (name === undefined) throw new Error(`the guide links to no heading: ${href}`)
        return `<a href="#${name}">${text}</a>`
      },
      image({ href, text }) {
        const { source, width, height } = pictureOf(href)
        return `<img src="${source}" alt="${escapeText(text)}" width="${width}" height="${height}">`
      },
      html({ raw }) {
        commentOf(raw)
        return ''
      },
    },
  })
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
}

/** The anchor that sites which show Markdown give a heading. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}
