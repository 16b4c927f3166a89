import * as v from 'valibot'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { pathPart, textOfPathPart } from '../../domain/fieldwork/readFieldwork'
import type { Json } from '../../domain/shared/Json'
import type { ProgrammeId } from '../programmes/ProgrammeId'

/** What only the lead's device may write in a led project. */
export type LeadsMatter =
  | 'roll'
  | 'assignment'
  | 'settings'
  | 'roster'
  | 'sample'
  | 'supervision'
  | 'backchecks'
  | 'thresholds'
  | 'county'
  | 'determination'
  | 'settling'
  | 'return'
  | 'closing'

/** One kind of change that is allowed. A change that no fact describes is refused. */
export interface Fact<Value = unknown> {
  /** Of the change; `*` stands for one part that names something, `**` at the end for a path of its own. */
  readonly path: string
  /** What the last part may be, where only these names are there. */
  readonly ends?: readonly string[]
  /** What a value of it is. */
  readonly value: v.GenericSchema<Value>
  /** Who may write it: any device of the roll, or the lead's alone. */
  readonly by: 'anyone' | LeadsMatter
  /** Values of a lead's fact that any device may write nevertheless. */
  readonly isMembers?: (value: Json) => boolean
  /** The programme that asks for it. */
  readonly programme: 'every' | ProgrammeId
}

type More = Partial<Pick<Fact, 'ends' | 'isMembers' | 'programme'>>

/** A fact that any device of the roll may write. */
export function anyonesFact<Value>(
  path: string,
  value: v.GenericSchema<Value>,
  more: More = {},
): Fact<Value> {
  return { path, value, by: 'anyone', programme: 'every', ...more }
}

/** A fact that only the lead's device may write. */
export function leadsFact<Value>(
  by: LeadsMatter,
  path: string,
  value: v.GenericSchema<Value>,
  more: More = {},
): Fact<Value> {
  return { path, value, by, programme: 'every', ...more }
}

/** The path of a fact about what the parts name, in the order of its `*`. */
export function pathOf({ path }: Pick<Fact, 'path'>, ...parts: readonly string[]): string {
  let next = 0
  return path
    .split('/')
    .map((part) => {
      if (part !== '*' && part !== '**') return part
      const text = parts[next++] ?? ''
      return part === '*' ? pathPart(text) : text
    })
    .join('/')
}

/** What the parts of a path name, where it is a path of this fact; undefined for any other. */
export function partsOf(
  { path, ends }: Pick<Fact, 'path' | 'ends'>,
  of: string,
): readonly string[] | undefined {
  const [wanted, parts] = [path.split('/'), of.split('/')]
  if (!fitsPath(wanted, ends, parts)) return undefined
  return wanted.flatMap((each, at) => {
    if (each === '**') return [parts.slice(at).join('/')]
    return each === '*' ? [textOfPathPart(parts[at] ?? '')] : []
  })
}

/** Whether a path, taken apart, is one of a pattern's. */
export function fitsPath(
  pattern: readonly string[],
  ends: readonly string[] | undefined,
  parts: readonly string[],
): boolean {
  const takesRest = pattern.at(-1) === '**'
  if (takesRest ? parts.length < pattern.length : parts.length !== pattern.length) return false
  if (ends !== undefined && !ends.includes(parts.at(-1) ?? '')) return false
  return pattern.every((wanted, at) => wanted.startsWith('*') || wanted === parts[at])
}

/** The value that a change has for a fact; undefined where there is none, or none that the fact can have. */
export function readFact<Value>(
  { value }: Pick<Fact<Value>, 'value'>,
  said: { readonly value: Json } | undefined,
): Value | undefined {
  return said !== undefined && v.is(value, said.value) ? (said.value as Value) : undefined
}

/** Path and value of a change with this fact about what the parts name. */
export function draftFact<Value>(
  fact: Fact<Value>,
  parts: readonly string[],
  value: Value,
): Pick<ChangeDraft, 'path' | 'value'> {
  return { path: pathOf(fact, ...parts), value: value as Json }
}
