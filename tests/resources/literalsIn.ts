import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type Ts from 'typescript'

// Required, not imported: Vite would read through all of it in search of a source map.
const ts = createRequire(import.meta.url)('typescript') as typeof Ts

/** Where in a program's sources a kind of code is written down. */
export interface Places {
  /** Functions that are called with one, and the position of that argument. */
  readonly calls?: ReadonlyMap<string, number>
  /** Properties, parameters and variables that hold one. */
  readonly names?: readonly string[]
  /** Union types that list them. */
  readonly types?: readonly string[]
}

const CODE = /^[a-z]+(_[a-z]+)*$/

/** Codes, written in snake case, at these places of a folder's `.ts` files, with a file that has each. */
export function literalsIn(folders: readonly string[], places: Places): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const file of folders.flatMap(sourceFiles)) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
    visit(source, places, (code) => found.set(code, file))
  }
  return found
}

/** Paths of the `.ts` and `.vue` files below a folder. */
export function sourceFiles(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true }) as string[]
  return names.filter((name) => /\.(ts|vue)$/.test(name)).map((name) => join(folder, name))
}

function visit(node: Ts.Node, places: Places, take: (code: string) => void): void {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const called = node.expression.getText().split('.').at(-1) ?? ''
    const position = places.calls?.get(called)
    if (position !== undefined) takeFrom(node.arguments?.[position], take)
  } else if (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) {
    if (places.names?.includes(node.name.getText()) === true) takeFrom(node.initializer, take)
  } else if (ts.isPropertySignature(node)) {
    if (places.names?.includes(node.name.getText()) === true) takeFrom(node.type, take)
  } else if (ts.isTypeAliasDeclaration(node) && places.types?.includes(node.name.text) === true) {
    takeFrom(node.type, take)
  }
  ts.forEachChild(node, (child) => visit(child, places, take))
}

/** The literals an expression or a type may be: both branches of a choice, every member of a union. */
function takeFrom(node: Ts.Node | undefined, take: (code: string) => void): void {
  if (node === undefined) return
  if (ts.isStringLiteral(node)) {
    if (CODE.test(node.text)) take(node.text)
  } else if (ts.isConditionalExpression(node)) {
    takeFrom(node.whenTrue, take)
    takeFrom(node.whenFalse, take)
  } else if (ts.isBinaryExpression(node)) takeFrom(node.right, take)
  else if (ts.isParenthesizedExpression(node)) takeFrom(node.expression, take)
  else if (ts.isLiteralTypeNode(node)) takeFrom(node.literal, take)
  else if (ts.isUnionTypeNode(node)) for (const each of node.types) takeFrom(each, take)
}
