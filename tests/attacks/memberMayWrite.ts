import type { Change } from '../../src/domain/changes/Change'
import type { Json } from '../../src/domain/shared/Json'

type Check = (value: Json) => boolean

const isText: Check = (value) => typeof value === 'string'
const isTextOrNull: Check = (value) => value === null || isText(value)
const isTrue: Check = (value) => value === true
const isHash: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isAnswer: Check = (value) =>
  value === null ||
  isText(value) ||
  Number.isFinite(value) ||
  (Array.isArray(value) &&
    (value.every(isText) || value.every((each: Json) => Array.isArray(each) && each.every(Number.isFinite))))
const hasTexts =
  (...names: readonly string[]): Check =>
  (value) =>
    isObject(value) && names.every((name) => isText(value[name] ?? null))

/** What a member of a team may write, by entity and path. Written down apart from the registry of facts, which must agree with it. */
const ALLOWED: readonly (readonly [Change['entity'], RegExp, Check])[] = [
  ['interview', /^(food_enough|bedding|visit_outcome|accepts_result|signature|ledger_agreement)$/, isAnswer],
  ['interview', /^members\/[^/]+\/(insurance|member_status)$/, isAnswer],
  ['interview', /^lines\/[^/]+\/(amount_yuan|income_kind)$/, isAnswer],
  ['interview', /^(members|lines)\/[^/]+$/, isTextOrNull],
  ['interview', /^(begun|reopened)$/, isText],
  ['interview', /^given_for\/[^/]+$/, isHash],
  ['interview', /^read\/[^/]+\/[^/]+$/, isTrue],
  ['interview', /^draft$/, (value) => isTextOrNull(value) || isObject(value)],
  ['interview', /^(draft\/.+|overrides\/[^/]+(\/(members|lines)\/[^/]+)?)$/, isText],
  ['interview', /^notes\/[^/]+\/.+$/, isTextOrNull],
  ['interview', /^returned\/.+$/, (value) => value === null],
  ['household', /^(moved|received)\/[^/]+$/, isTextOrNull],
  ['household', /^(replaced_by|replaces|out_of_order)$/, isTextOrNull],
  [
    'household',
    /^found$/,
    (value) => value === null || (isObject(value) && hasTexts('id')(value['household'] ?? null)),
  ],
  ['household', /^enquiries\/[^/]+$/, hasTexts('from', 'to', 'about', 'text')],
  ['household', /^enquiries\/[^/]+\/answer$/, isText],
  [
    'household',
    /^rebuttal$/,
    (value) => hasTexts('text')(value) && isObject(value) && Array.isArray(value['pictures']),
  ],
  ['household', /^determination\/(suspicion|inclusion)\/confirmed$/, hasTexts('decision', 'how')],
  ['project', /^(fieldwork|enquired|determined)\/[^/]+$/, isTrue],
  ['project', /^village\/[^/]+\/[a-z_]+$/, (value) => isTextOrNull(value) || Number.isFinite(value)],
  ['project', /^area\/[^/]+\/[a-z_]+$/, (value) => isTextOrNull(value) || Number.isFinite(value)],
  ['person', /^name$/, isText],
]

export function memberMayWrite({ entity, entityId, path, value }: Change): boolean {
  if (entity === 'person' && value !== entityId) return false
  return ALLOWED.some(([of, at, isValue]) => of === entity && at.test(path) && isValue(value))
}
