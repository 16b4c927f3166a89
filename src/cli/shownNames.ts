import { resolve, sep } from 'node:path'
import { numberedNames } from '../application/roster/numberedNames'

/** A name for each file: its own where no other has it, else with as many of its folders as tell it from the others. */
export function shownNames(paths: readonly string[]): readonly string[] {
  const parts = paths.map((path) => resolve(path).split(sep))
  const names = parts.map((own) => {
    const others = parts.filter((other) => other.join(sep) !== own.join(sep))
    let depth = 1
    while (depth < own.length && others.some((other) => isSame(endOf(other, depth), endOf(own, depth))))
      depth++
    return endOf(own, depth).join('/')
  })
  return numberedNames(names)
}

function endOf(parts: readonly string[], depth: number): readonly string[] {
  return parts.slice(-depth)
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.join('/').normalize() === right.join('/').normalize()
}
