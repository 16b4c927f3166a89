/** How an answer is known. `registry` is prefilled and confirmed by nobody: it never decides anything. */
export const EVIDENCE_KINDS = ['document', 'observed', 'respondent', 'other', 'registry'] as const

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/**
 * One kind, or several where an answer is known in more than one way: then each once, in the order of `EVIDENCE_KINDS`.
 * `registry` stands alone: what somebody confirmed is no longer only prefilled.
 */
export type Evidence = EvidenceKind | readonly EvidenceKind[]

/** The kinds by which an answer is known. */
export function kindsOf(evidence: Evidence): readonly EvidenceKind[] {
  return typeof evidence === 'string' ? [evidence] : evidence
}

/** These kinds as they are stored: each once, in one order, a single one by itself. Of no kind there is no evidence: a bug, and throws. */
export function evidenceOf(kinds: readonly EvidenceKind[]): Evidence {
  const [first, ...others] = EVIDENCE_KINDS.filter((kind) => kinds.includes(kind))
  if (first === undefined) throw new Error('evidence of no kind')
  return others.length === 0 ? first : [first, ...others]
}

export function isSameEvidence(left: Evidence, right: Evidence): boolean {
  return (
    left === right || kindsOf(evidenceOf(kindsOf(left))).join() === kindsOf(evidenceOf(kindsOf(right))).join()
  )
}

/** Whether a value from outside is evidence: a kind, or two to four different kinds without `registry`. */
export function isEvidence(input: unknown): input is Evidence {
  if (!Array.isArray(input)) return isEvidenceKind(input)
  return (
    input.length > 1 &&
    new Set(input).size === input.length &&
    input.every((kind) => isEvidenceKind(kind) && kind !== 'registry')
  )
}

export function isEvidenceKind(input: unknown): input is EvidenceKind {
  return EVIDENCE_KINDS.some((kind) => kind === input)
}
