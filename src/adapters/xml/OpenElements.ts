import { XmlFault } from './XmlFault'
import { xmlText } from './xmlText'

/** Receives the parts of a document in order. A text may come in several parts. */
export interface XmlHandler {
  open(name: string, attribute: AttributeOf): void
  close(name: string): void
  text(text: string): void
}

/** The value of an attribute by its name with the reader's prefix, or without a prefix where the file gives it none. */
export type AttributeOf = (name: string) => string | undefined

/** The elements that are open while a document is read. They must close in order, and their namespaces apply to what is in them. */
export class OpenElements {
  hasRoot = false
  private readonly opened: { readonly name: string; readonly outer: Scope }[] = []
  private scope: Scope = scopeOf(new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]))

  constructor(
    private readonly prefixes: ReadonlyMap<string, string>,
    private readonly handler: XmlHandler,
  ) {}

  get isOpen(): boolean {
    return this.opened.length > 0
  }

  open(tag: string): void {
    const isClosed = tag.endsWith('/>')
    const name = /^<([^\s/>]+)/.exec(tag)?.[1]
    if (name === undefined || (this.hasRoot && !this.isOpen)) throw new XmlFault('bad tag')
    const outer = this.scope
    const source = tag.slice(1 + name.length, isClosed ? -2 : -1)
    if (source.includes('xmlns')) this.scope = scopeOf(declared(outer.namespaces, source))
    this.hasRoot = true
    this.handler.open(this.elementName(name), this.attributesOf(source))
    this.opened.push({ name, outer })
    if (isClosed) this.close(name)
  }

  close(name: string): void {
    const opened = this.opened.pop()
    if (opened?.name !== name) throw new XmlFault('bad nesting')
    this.handler.close(this.elementName(name))
    this.scope = opened.outer
  }

  text(source: string): void {
    this.literal(xmlText(source))
  }

  literal(text: string): void {
    if (this.isOpen) this.handler.text(text)
    else if (text.trim() !== '') throw new XmlFault('text outside')
  }

  private elementName(name: string): string {
    const known = this.scope.elements.get(name)
    if (known !== undefined) return known
    const resolved = this.nameIn(name.includes(':') ? name : `:${name}`, this.scope)
    this.scope.elements.set(name, resolved)
    return resolved
  }

  /** The attributes are parsed only when the reader asks for one; it asks for few, and most of those are absent. */
  private attributesOf(source: string): AttributeOf {
    if (!source.includes('=')) {
      if (source.trim() !== '') throw new XmlFault('bad attribute')
      return () => undefined
    }
    const { scope } = this
    let attributes: readonly Attribute[] | undefined
    return (name) => {
      attributes ??= attributesIn(source).map((spelled) => ({
        name: this.attributeName(spelled.name, scope),
        value: spelled.value,
      }))
      const found = attributes.find((attribute) => attribute.name === name)
      return found === undefined ? undefined : xmlText(found.value)
    }
  }

  private attributeName(name: string, scope: Scope): string {
    if (!name.includes(':') || name.startsWith('xmlns:')) return name
    const known = scope.attributes.get(name)
    if (known !== undefined) return known
    const resolved = this.nameIn(name, scope)
    scope.attributes.set(name, resolved)
    return resolved
  }

  private nameIn(qualified: string, { namespaces }: Scope): string {
    const colon = qualified.indexOf(':')
    const prefix = qualified.slice(0, colon)
    const namespace = namespaces.get(prefix)
    if (namespace === undefined && prefix !== '') throw new XmlFault(`namespace ${prefix}`)
    return `${this.prefixes.get(namespace ?? '') ?? '?'}:${qualified.slice(colon + 1)}`
  }
}

interface Scope {
  /** Namespaces by the prefixes of the file. */
  readonly namespaces: ReadonlyMap<string, string>
  /** The reader's names for those of the file: elements without a prefix have a namespace, attributes have none. */
  readonly elements: Map<string, string>
  readonly attributes: Map<string, string>
}

function scopeOf(namespaces: ReadonlyMap<string, string>): Scope {
  return { namespaces, elements: new Map(), attributes: new Map() }
}

function declared(outer: ReadonlyMap<string, string>, source: string): ReadonlyMap<string, string> {
  const namespaces = new Map(outer)
  for (const { name, value } of attributesIn(source)) {
    if (name === 'xmlns') namespaces.set('', value)
    else if (name.startsWith('xmlns:')) namespaces.set(name.slice('xmlns:'.length), value)
  }
  return namespaces
}

interface Attribute {
  readonly name: string
  /** As in the source, with its references. */
  readonly value: string
}

function attributesIn(source: string): readonly Attribute[] {
  const attributes: Attribute[] = []
  let end = 0
  ATTRIBUTE.lastIndex = 0
  for (let match = ATTRIBUTE.exec(source); match !== null; match = ATTRIBUTE.exec(source)) {
    const [, name = '', double, single] = match
    attributes.push({ name, value: double ?? single ?? '' })
    end = ATTRIBUTE.lastIndex
  }
  if (source.slice(end).trim() !== '') throw new XmlFault('bad attribute')
  return attributes
}

const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y
