import { isEvidence } from '../shared/Evidence'
import { jsonLength } from '../shared/jsonLength'
import { refusal, success, type Result } from '../shared/Result'
import { ENTITIES, type Change, type Entity } from './Change'
import { isChangeId } from './ChangeId'
import { elementOfPath } from './elements'
import { isEntityId } from './householdOf'

/**
 * Far beyond what a package may bring (`counterFault`): whatever was taken in, there is room for more changes than anybody
 * can make.
 */
export const MAX_LAMPORT = 2 ** 52
/** Heads that one change settles: one for each person who answered, and none has so many. */
export const MOST_REPLACED = 1_000
/** Characters of one value with all its texts; what is wrong with a list takes the most of the app's own. */
export const LONGEST_VALUE = 2 ** 23
const LONGEST_NAME = 1_000
const LONGEST_REASON = 100_000

const FIELDS = new Set([
  'id', 'lamport', 'entity', 'entityId', 'path', 'value', 'replaces', 'evidence', 'person', 'at', 'reason',
]) // prettier-ignore

const ENTITY_NAMES: ReadonlySet<unknown> = new Set(ENTITIES)

const EMPTY_PART = /^\/|\/\/|\/$/

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

/**
 * A change as it comes from outside, checked field by field.
 * Refused as `change_invalid` with the field at fault; whether what it replaces is older is checked by `unionChanges`,
 * which knows the other changes.
 */
export function validateChange(input: unknown): Result<Change> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return refusal('change_invalid', typeof input)
  const fields = input as Readonly<Record<string, unknown>>
  const fault = faultyField(fields)
  if (fault !== undefined) return refusal('change_invalid', asText(fields['id']), { field: fault })
  return success(input as Change)
}

function faultyField(fields: Readonly<Record<string, unknown>>): string | undefined {
  for (const name in fields) if (!FIELDS.has(name)) return name
  const { id, lamport, entity, entityId, path, value, replaces, evidence, person, at, reason } = fields
  if (typeof id !== 'string' || !isChangeId(id)) return 'id'
  if (!Number.isSafeInteger(lamport) || (lamport as number) < 1 || (lamport as number) > MAX_LAMPORT)
    return 'lamport'
  if (!ENTITY_NAMES.has(entity)) return 'entity'
  if (!isName(entityId) || !isEntityId(entity as Entity, entityId)) return 'entityId'
  if (!isName(path) || EMPTY_PART.test(path)) return 'path'
  if (jsonLength(value) > LONGEST_VALUE) return 'value'
  if (!isListOfIds(replaces) || replaces.includes(id)) return 'replaces'
  if (evidence !== undefined && !isEvidence(evidence)) return 'evidence'
  if (!isName(person)) return 'person'
  if (typeof at !== 'string' || !INSTANT.test(at)) return 'at'
  if (reason !== undefined && (typeof reason !== 'string' || reason.length > LONGEST_REASON)) return 'reason'
  if (createsElementOfAnother(id, path, replaces)) return 'path'
  return undefined
}

/** An element is made by the change that gives it its id, and by no other. */
function createsElementOfAnother(id: string, path: string, replaces: readonly string[]): boolean {
  if (replaces.length > 0) return false
  const element = elementOfPath(path)
  return element !== undefined && element.rest === '' && isChangeId(element.id) && element.id !== id
}

function isListOfIds(value: unknown): value is readonly string[] {
  if (!Array.isArray(value)) return false
  // Nearly every change is the first on its path.
  if (value.length === 0) return true
  return (
    value.length <= MOST_REPLACED &&
    value.every((item) => typeof item === 'string' && isChangeId(item)) &&
    new Set(value).size === value.length
  )
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
