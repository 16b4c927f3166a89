import { ownName } from './choiceLists'

/** The same expression with the names of these rows as the form has them; texts in quotes stay. */
export function withOwnReferences(source: string, isOwn: (name: string) => boolean): string {
  return source.replace(/'[^']*'|"[^"]*"|\$\{\s*([^}]*?)\s*\}/g, (part, name: string | undefined) => {
    if (name === undefined) return part
    return `\${${isOwn(name) ? ownName(name) : name}}`
  })
}
