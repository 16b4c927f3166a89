import * as v from 'valibot'
import type { Change, Entity } from '../../domain/changes/Change'
import { elementOfPath } from '../../domain/changes/elements'
import { groupBy } from '../../domain/shared/groupBy'
import type { Fact, LeadsWord } from './Fact'
import { text } from './factValues'
import { HOUSEHOLD_FACTS } from './householdFacts'
import { ANSWER, INTERVIEW_FACTS } from './interviewFacts'
import type { KnownForms } from './KnownForms'
import { PROJECT_FACTS } from './projectFacts'

type Said = Pick<Change, 'entity' | 'path' | 'value'>

const FACTS: Readonly<Record<Entity, readonly Fact[]>> = {
  project: PROJECT_FACTS,
  person: [{ path: 'name', value: text }],
  household: HOUSEHOLD_FACTS,
  visit: [],
  interview: INTERVIEW_FACTS,
}

interface Pattern {
  readonly parts: readonly string[]
  readonly fact: Fact
}

/** By the first part of the path, made once: every change of a merge is looked up. */
const PATTERNS = new Map(
  (Object.keys(FACTS) as readonly Entity[]).map((entity) => {
    const patterns = FACTS[entity].map((fact): Pattern => ({ parts: fact.path.split('/'), fact }))
    return [entity, groupBy(patterns, ({ parts }) => parts[0] ?? '')]
  }),
)

/** What a change says, whatever its value; undefined where nothing of the kind can be said. */
export function factOf({ entity, path }: Pick<Said, 'entity' | 'path'>, forms: KnownForms): Fact | undefined {
  if (entity === 'interview' && isAnswer(path, forms)) return ANSWER
  return factAt(entity, path)
}

/** Whether a change says something that can be said, with a value that it can have. */
export function isSayable(change: Change, forms: KnownForms): boolean {
  const fact = factOf(change, forms)
  if (fact === undefined || !v.is(fact.value, change.value)) return false
  // A person is called what the list calls them.
  return change.entity !== 'person' || change.value === change.entityId
}

/** What of the lead's a change says; null where every member's device may say it too. */
export function leadsWordIn({ entity, path, value }: Said): LeadsWord | null {
  const fact = factAt(entity, path)
  if (fact?.leads === undefined || fact.isMembers?.(value) === true) return null
  return fact.leads
}

function factAt(entity: Entity, path: string): Fact | undefined {
  const end = path.indexOf('/')
  const candidates = PATTERNS.get(entity)?.get(end < 0 ? path : path.slice(0, end))
  if (candidates === undefined) return undefined
  const parts = path.split('/')
  return candidates.find((pattern) => fits(pattern.parts, parts))?.fact
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  const takesRest = pattern.at(-1) === '**'
  if (takesRest ? parts.length < pattern.length : parts.length !== pattern.length) return false
  return pattern.every((wanted, at) => wanted.startsWith('*') || wanted === parts[at])
}

function isAnswer(path: string, forms: KnownForms): boolean {
  const element = elementOfPath(path)
  if (element === undefined) return forms.isQuestion(path, 'household')
  return forms.isQuestion(element.rest, element.list === 'members' ? 'member' : 'line')
}
