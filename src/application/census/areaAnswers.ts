import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import type { AreaAnswers } from '../../domain/programmes/census/AreaForm'
import { kindsOf, type EvidenceKind } from '../../domain/shared/Evidence'
import { partsOf, readFact } from '../facts/Fact'
import { PROJECT_FACTS } from '../facts/projectFacts'

/** A value that a question of an area has, or had. */
export interface AreaValue {
  /** Null: it was taken back. */
  readonly value: string | number | null
  readonly evidence: EvidenceKind | null
  readonly by: string
  /** ISO instant by the writer's clock. */
  readonly at: string
  /** Why a form that was filled already was corrected. */
  readonly reason: string | null
}

/** What an area answered, with all that it answered before. */
export interface AreaRecord {
  /** A question on which two laptops disagree has no answer until it is given again. */
  readonly answers: AreaAnswers
  /** By question, oldest first. */
  readonly history: ReadonlyMap<string, readonly AreaValue[]>
  /** The questions on which two laptops disagree. */
  readonly contested: ReadonlySet<string>
}

export const NO_ANSWERS_OF_AREA: AreaRecord = { answers: {}, history: new Map(), contested: new Set() }

/** The records of the areas that have answered anything, from changes of the project. */
export function readAreaRecords(changes: readonly Change[]): ReadonlyMap<string, AreaRecord> {
  const records = new Map<string, Reading>()
  const own = changes.filter(({ path }) => partsOf(PROJECT_FACTS.ofArea, path) !== undefined)
  for (const [path, said] of foldChanges(own)) {
    const [area = '', question = ''] = partsOf(PROJECT_FACTS.ofArea, path) ?? []
    let record = records.get(area)
    if (record === undefined)
      records.set(area, (record = { answers: {}, history: new Map(), contested: new Set() }))
    record.answers[question] = said.isConflict ? null : (readFact(PROJECT_FACTS.ofArea, said) ?? null)
    record.history.set(question, said.history.map(valueOf))
    if (said.isConflict) record.contested.add(question)
  }
  return records
}

interface Reading {
  readonly answers: Record<string, string | number | null>
  readonly history: Map<string, readonly AreaValue[]>
  readonly contested: Set<string>
}

function valueOf(change: Change): AreaValue {
  const { evidence, person: by, at, reason = null } = change
  const [kind = null] = evidence === undefined ? [] : kindsOf(evidence)
  return { value: readFact(PROJECT_FACTS.ofArea, change) ?? null, evidence: kind, by, at, reason }
}
