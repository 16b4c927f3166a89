/** How an answer is known. `registry` is prefilled and confirmed by nobody: it never decides anything. */
export const EVIDENCE_KINDS = ['document', 'observed', 'respondent', 'other', 'registry'] as const

export type Evidence = (typeof EVIDENCE_KINDS)[number]
