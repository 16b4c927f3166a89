import type { Expression } from './Expression'

/** Names that an expression reads, repeated when it reads them twice. */
export function referencesOf(tree: Expression): readonly string[] {
  switch (tree.kind) {
    case 'reference':
      return [tree.name]
    case 'binary':
      return [...referencesOf(tree.left), ...referencesOf(tree.right)]
    case 'call':
      return tree.arguments.flatMap(referencesOf)
    case 'number':
    case 'text':
    case 'self':
      return []
  }
}
