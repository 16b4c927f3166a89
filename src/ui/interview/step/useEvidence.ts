import { computed } from 'vue'
import type { Question } from '../../../domain/instrument/loadInstrument'
import type { QuestionRef } from '../../../domain/interview/Answers'
import { evidenceOf, kindsOf, type Evidence, type EvidenceKind } from '../../../domain/shared/Evidence'
import { useInterview } from '../record/interview'
import { evidenceOfAmount } from '../ledger/ledgerAnswers'
import type { Asking } from './useTyping'

/** How the answer in focus is known: what is stored of it, and what letters add or take away. */
export function useEvidence() {
  const interview = useInterview()
  const question = computed(() =>
    interview.step === undefined ? undefined : interview.questionOf(interview.step),
  )
  const asking = computed((): Asking | null => {
    const { step } = interview
    return step?.kind === 'question' || step?.kind === 'line_amount' ? step : null
  })

  /** Stored, or chosen for the answer still to come; null where it is not recorded. */
  const evidenceHere = computed((): Evidence | null => {
    if (asking.value === null || question.value === undefined) return null
    const chosen = interview.evidenceFor(question.value)
    return interview.chosenKinds.length > 0 ? chosen : (stored(asking.value) ?? chosen)
  })

  function stored({ kind, ref }: Asking): Evidence | null {
    const refs = kind === 'line_amount' ? [ref, { ...ref, question: 'quantity' }] : [ref]
    if (!refs.some(isConfirmed)) return null
    if (kind === 'line_amount') return evidenceOfAmount(ref, interview.stateIn)
    const state = interview.stateIn(ref)
    return state.state === 'answered' ? state.answer.evidence : null
  }

  /** A default that nobody confirmed is no answer yet. */
  function isConfirmed(ref: QuestionRef): boolean {
    const state = interview.stateIn(ref)
    return state.state === 'answered' && state.answer.evidence !== 'registry'
  }

  /**
   * A letter adds a kind, the same letter again takes it away. `isFresh`: the letters are for an answer that is only being given,
   * not for the one stored. False where the question does not take the letter.
   */
  function choose(letter: EvidenceKind, isFresh: boolean): boolean {
    if (asking.value === null || question.value?.data.evidence.includes(letter) !== true) return false
    const stands = isFresh ? null : stored(asking.value)
    const known =
      interview.chosenKinds.length > 0 || stands === null ? interview.chosenKinds : kindsOf(stands)
    const before = interview.chosenKinds
    interview.chosenKinds = known.includes(letter)
      ? known.filter((each) => each !== letter)
      : kindsOf(evidenceOf([...known, letter]))
    interview.note({
      isProvisional: true,
      undo() {
        interview.chosenKinds = before
        return true
      },
    })
    return true
  }

  /** Evidence is asked where a document should exist, and where an answer speaks for unmet by word of mouth alone. */
  function mustSayHow({ data }: Question, ref: QuestionRef): boolean {
    if (data.evidence.length < 2) return false
    if (data.documentExpected === true) return true
    const criteria = Object.values(interview.verdict?.criteria ?? {})
    return criteria.some(
      ({ rule, because }) =>
        rule === 'unmet_by_hearsay' &&
        because.some(({ fact, member }) => fact === ref.question && member === ref.member),
    )
  }

  return { asking, evidenceHere, isConfirmed, choose, mustSayHow }
}
