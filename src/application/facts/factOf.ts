import * as v from 'valibot'
import { ENTITIES, type Change, type Entity } from '../../domain/changes/Change'
import { elementOfPath } from '../../domain/changes/elements'
import { groupBy } from '../../domain/shared/groupBy'
import { fitsPath, type Fact, type LeadsMatter } from './Fact'
import { HOUSEHOLD_FACTS } from './householdFacts'
import { ANSWER, INTERVIEW_FACTS } from './interviewFacts'
import type { KnownForms } from './KnownForms'
import { PERSON_FACTS } from './personFacts'
import { PROJECT_FACTS } from './projectFacts'

type Written = Pick<Change, 'entity' | 'path' | 'value'>

/** All facts that a change may hold, except the answers to a form's questions. */
export const FACTS: Readonly<Record<Entity, Readonly<Record<string, Fact>>>> = {
  project: PROJECT_FACTS,
  person: PERSON_FACTS,
  household: HOUSEHOLD_FACTS,
  visit: {},
  interview: INTERVIEW_FACTS,
}

interface Pattern {
  readonly parts: readonly string[]
  readonly fact: Fact
}

/** By the first part of the path, made once: every change of a merge is looked up. */
const PATTERNS = new Map(
  ENTITIES.map((entity) => {
    const patterns = Object.values(FACTS[entity]).map((fact): Pattern => ({
      parts: fact.path.split('/'),
      fact,
    }))
    return [entity, groupBy(patterns, ({ parts }) => parts[0] ?? '')]
  }),
)

/** The fact of a change, whatever its value; undefined where no fact describes it. */
function factOf({ entity, path }: Pick<Written, 'entity' | 'path'>, forms: KnownForms): Fact | undefined {
  if (entity === 'interview' && isAnswer(path, forms)) return ANSWER
  return factAt(entity, path)
}

/** Whether a fact describes a change, with a value that the fact allows. */
export function isDescribed(change: Change, forms: KnownForms): boolean {
  const fact = factOf(change, forms)
  if (fact === undefined || !v.is(fact.value, change.value)) return false
  // A person is called what the list calls them.
  return change.entity !== 'person' || change.value === change.entityId
}

/** What kind of lead's change it is; null where every member device may write it too. */
export function leadsMatterIn({ entity, path, value }: Written): LeadsMatter | null {
  const fact = factAt(entity, path)
  if (fact === undefined || fact.by === 'anyone' || fact.isMembers?.(value) === true) return null
  return fact.by
}

function factAt(entity: Entity, path: string): Fact | undefined {
  const end = path.indexOf('/')
  const candidates = PATTERNS.get(entity)?.get(end < 0 ? path : path.slice(0, end))
  if (candidates === undefined) return undefined
  const parts = path.split('/')
  return candidates.find((pattern) => fitsPath(pattern.parts, pattern.fact.ends, parts))?.fact
}

function isAnswer(path: string, forms: KnownForms): boolean {
  const element = elementOfPath(path)
  if (element === undefined) return forms.isQuestion(path, null)
  return forms.isQuestion(element.rest, element.list)
}
