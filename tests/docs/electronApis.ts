import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { PROJECT_FOLDER } from '../../electron/launch/projectFolder'

/** A member of Electron's API that the app's own code names: `app.setPath`, `WebContents.on('will-navigate')`. */
export interface UsedApi {
  readonly name: string
  /** Files that name it, from the project's folder. */
  readonly files: readonly string[]
}

/** Members of an edition of Electron's types, each with the texts of its declarations, without comments. */
export type ApiIndex = ReadonlyMap<string, readonly string[]>

const FOLDERS = ['electron/main', 'electron/preload']

/** Every member of Electron that the main process and the preload name, by the types that are installed. */
export function usedApis(): readonly UsedApi[] {
  const roots = FOLDERS.flatMap((folder) =>
    ts.sys.readDirectory(join(PROJECT_FOLDER, folder), ['.ts'], [], ['**/*.ts']),
  )
  const program = ts.createProgram(roots, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ['node'],
  })
  const checker = program.getTypeChecker()
  const used = new Map<string, Set<string>>()
  for (const file of program.getSourceFiles()) {
    if (!roots.includes(file.fileName)) continue
    const visit = (node: ts.Node): void => {
      for (const name of namedIn(node, checker)) {
        const files = used.get(name) ?? new Set()
        used.set(name, files.add(relative(PROJECT_FOLDER, file.fileName)))
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return [...used]
    .map(([name, files]) => ({ name, files: [...files].sort() }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** Members that a node names: of an object, of options that are handed over, or an event that is listened to. */
function namedIn(node: ts.Node, checker: ts.TypeChecker): readonly string[] {
  if (ts.isCallExpression(node)) return eventIn(node, checker)
  if (ts.isNewExpression(node)) return constructorIn(node, checker)
  if (ts.isPropertyAccessExpression(node)) return membersOf(checker.getSymbolAtLocation(node.name))
  if (!ts.isObjectLiteralExpression(node)) return []
  const expected = checker.getContextualType(node)
  if (expected === undefined) return []
  const type = checker.getNonNullableType(expected)
  return node.properties.flatMap(({ name }) =>
    name !== undefined && ts.isIdentifier(name) ? membersOf(checker.getPropertyOfType(type, name.text)) : [],
  )
}

function membersOf(symbol: ts.Symbol | undefined): readonly string[] {
  return [...new Set((symbol?.declarations ?? []).filter(isElectrons).map(nameOf))]
}

function eventIn(
  { arguments: [event], expression }: ts.CallExpression,
  checker: ts.TypeChecker,
): readonly string[] {
  if (event === undefined || !ts.isStringLiteral(event)) return []
  if (!ts.isPropertyAccessExpression(expression)) return []
  if (!LISTENING.includes(expression.name.text)) return []
  return membersOf(checker.getSymbolAtLocation(expression.name)).map((name) => `${name}('${event.text}')`)
}

const LISTENING = ['on', 'once']

function isElectrons(node: ts.Node): boolean {
  return node.getSourceFile().fileName.endsWith('electron.d.ts')
}

/** `Owner.member`; the owner is the interface, class or type that it is written in. */
function nameOf(declaration: ts.Node): string {
  const own = (declaration as ts.NamedDeclaration).name
  const member = own !== undefined && 'text' in own ? String(own.text) : 'constructor'
  let owner = declaration.parent
  while (!ts.isSourceFile(owner) && !isOwner(owner)) owner = owner.parent
  return isOwner(owner) ? `${owner.name?.text ?? ''}.${member}` : member
}

function isOwner(
  node: ts.Node,
): node is ts.InterfaceDeclaration | ts.ClassDeclaration | ts.TypeAliasDeclaration {
  return ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node) || ts.isTypeAliasDeclaration(node)
}

function constructorIn(node: ts.NewExpression, checker: ts.TypeChecker): readonly string[] {
  const declaration = checker.getResolvedSignature(node)?.declaration
  return declaration !== undefined && isElectrons(declaration) ? [nameOf(declaration)] : []
}

/** Reads an `electron.d.ts`. Events stand as `Owner.on('event')`. */
export function indexApis(path: string): ApiIndex {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023, true)
  const printer = ts.createPrinter({ removeComments: true })
  const index = new Map<string, string[]>()
  const add = (name: string, node: ts.Node): void => {
    const text = printer.printNode(ts.EmitHint.Unspecified, node, file).replace(/\s+/g, ' ')
    index.set(name, [...(index.get(name) ?? []), text])
  }
  const visit = (node: ts.Node): void => {
    if (ts.isClassElement(node) || ts.isTypeElement(node)) {
      const [name, event] = [nameOf(node), eventOf(node)]
      add(event === null ? name : `${name}('${event}')`, node)
      if (event !== null && !index.has(name)) index.set(name, [])
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return index
}

/** The event of an overload that listens to one. */
function eventOf(member: ts.ClassElement | ts.TypeElement): string | null {
  if (!ts.isMethodDeclaration(member) && !ts.isMethodSignature(member)) return null
  const type = member.parameters[0]?.type
  return type !== undefined && ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)
    ? type.literal.text
    : null
}
