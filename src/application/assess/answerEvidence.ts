import type { Question } from '../../domain/instrument/loadInstrument'
import { evidenceOf, isEvidenceKind, isSameEvidence, type Evidence } from '../../domain/shared/Evidence'
import type { Json } from '../../domain/shared/Json'

/** What is observed is observed, whatever evidence the file gives; `registry` may stand for what was only prefilled. */
export function evidenceIn({ data }: Question, given: Json | undefined): Evidence | null {
  if (given === undefined || given === null) return data.defaultEvidence
  const kinds = kindsIn(given)
  if (kinds.length === 0 || !kinds.every(isEvidenceKind)) return null
  const evidence = evidenceOf(kinds)
  if (evidence === 'registry' || kinds.every((kind) => data.evidence.includes(kind))) return evidence
  return data.defaultEvidence === 'observed' && !kinds.includes('registry') ? 'observed' : null
}

/** Whether the evidence is what the file gives, and not what the form makes of it. */
export function isGiven(evidence: Evidence, given: Json): boolean {
  const kinds = kindsIn(given)
  return kinds.every(isEvidenceKind) && isSameEvidence(evidence, kinds)
}

/** One kind, or a list of them. */
function kindsIn(given: Json): readonly Json[] {
  return Array.isArray(given) ? given : [given]
}
