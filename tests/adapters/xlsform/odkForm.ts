import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { JSDOM } from 'jsdom'

/** A part of a form that is being filled in, as far as the tests look at it. */
interface OdkNode {
  readonly nodeType: string
  readonly currentState: {
    readonly reference: string
    readonly relevant: boolean
    readonly value: unknown
    readonly valueOptions: readonly { readonly value: string }[] | null
    readonly children: readonly OdkNode[] | null
  }
  readonly validationState: {
    readonly violation?: { readonly message: { readonly asString: string } | null } | null
  }
  setValue?(value: string | number): void
  selectValues?(values: readonly string[]): void
  addInstances?(after?: number, count?: number): void
}

/** An XForm in ODK's own engine. Fields are named by their last step, in a repeat with the instance, counted from 1. */
export interface OdkForm {
  answer(name: string, value: string | number | readonly string[], instance?: number): void
  addInstance(repeat: string): void
  /** Every field that is asked now: `name` or `name@2`. */
  asked(): ReadonlySet<string>
  /** Every field that is asked and refused. */
  refused(): ReadonlySet<string>
  valueOf(name: string, instance?: number): unknown
  choicesOf(name: string, instance?: number): readonly string[]
}

/**
 * The engine is loaded once in a process, and knows the nodes of the window that it was loaded with alone: every test file that
 * comes to the process gets that window.
 */
const WINDOW = Symbol.for('yihu.tests.odkWindow')

function engineWindow(): JSDOM['window'] {
  const kept = globalThis as { [WINDOW]?: JSDOM['window'] }
  return (kept[WINDOW] ??= new JSDOM('', { url: 'http://localhost/' }).window)
}

/** The engine needs a document, and a module's surroundings as in a browser's bundle. */
async function engine() {
  const window = engineWindow()
  const names = [
    'DOMParser',
    'XMLSerializer',
    'Node',
    'Element',
    'Document',
    'Attr',
    'Text',
    'XPathResult',
    'File',
    'Blob',
    'FormData',
  ]
  for (const name of names)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true })
  Object.assign(globalThis, {
    window,
    document: window.document,
    __dirname: fileURLToPath(new URL('.', import.meta.url)),
    require: createRequire(import.meta.url),
  })
  return import('@getodk/xforms-engine')
}

/** Loads an XForm and begins to fill it in. Throws what the engine has against it. */
export async function odkForm(xform: string): Promise<() => OdkForm> {
  const { loadForm } = await engine()
  const loaded = await loadForm(xform)
  if (loaded.error !== null) throw loaded.error
  return () => formOf(loaded.createInstance().root as unknown as OdkNode)
}

function formOf(root: OdkNode): OdkForm {
  let fields = fieldsIn(root)
  const field = (name: string, instance?: number): OdkNode => {
    const key = instance === undefined ? name : `${name}@${instance}`
    const found = fields.get(key)
    if (found === undefined) throw new Error(`no field ${key}`)
    return found
  }
  const namesOf = (holds: (node: OdkNode) => boolean): ReadonlySet<string> =>
    new Set([...fields].flatMap(([name, node]) => (holds(node) ? [name] : [])))
  return {
    answer(name, value, instance) {
      const node = field(name, instance)
      if (node.selectValues === undefined) node.setValue?.(value as string | number)
      else node.selectValues([value].flat().map(String))
    },
    addInstance(repeat) {
      const range = field(repeat)
      range.addInstances?.(undefined, 1)
      fields = fieldsIn(root)
    },
    asked: () => namesOf(({ currentState }) => currentState.relevant),
    refused: () => namesOf(({ validationState }) => (validationState.violation ?? null) !== null),
    valueOf: (name, instance) => field(name, instance).currentState.value,
    choicesOf: (name, instance) =>
      (field(name, instance).currentState.valueOptions ?? []).map(({ value }) => value),
  }
}

function fieldsIn(root: OdkNode): ReadonlyMap<string, OdkNode> {
  const fields = new Map<string, OdkNode>()
  const visit = (node: OdkNode): void => {
    for (const child of node.currentState.children ?? []) {
      const { reference } = child.currentState
      const instance = /\[(\d+)\]\//.exec(reference)?.[1]
      const name = reference.slice(reference.lastIndexOf('/') + 1)
      if (child.nodeType !== 'repeat-instance')
        fields.set(instance === undefined ? name : `${name}@${instance}`, child)
      if (child.nodeType !== 'select') visit(child)
    }
  }
  visit(root)
  return fields
}
