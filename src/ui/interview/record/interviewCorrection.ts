import { isFinished, VISIT_OUTCOME } from '../../../domain/instrument/Roles'
import { computed, ref, shallowRef, type Ref } from 'vue'
import type { Judgement } from '../../../domain/programmes/assessment/conclusion/judgeHousehold'
import type { Change } from '../../../domain/changes/Change'
import { REOPENED } from '../../../domain/interview/bookkeeping'
import type { InterviewRecord } from '../../../domain/interview/readInterview'
import type { OpenReturn } from '../../../domain/interview/returns'

type Verdict = Omit<Judgement, 'unanswered'>

/** Why a finished interview is changed, and what it came to before. */
export interface OpenCorrection {
  readonly reason: string
  readonly before: Verdict | null
}

interface OpenInterview {
  readonly changes: Readonly<Ref<readonly Change[]>>
  readonly openChecks: Readonly<Ref<readonly unknown[]>>
  readonly record: Readonly<Ref<InterviewRecord>>
  readonly returns: Readonly<Ref<readonly OpenReturn[]>>
  readonly verdict: Readonly<Ref<Verdict | null>>
}

/**
 * A finished interview is there to be looked at. Whoever wants to change it gives the reason first; what he changes then has that
 * reason. One that the lead sent back is open: the comment is the reason.
 */
export function interviewCorrection({ record, returns, verdict, changes, openChecks }: OpenInterview) {
  const correction = shallowRef<OpenCorrection | null>(null)
  /** Somebody tried to change it: the reason is asked. */
  const isWhyAsked = ref(false)
  const isLocked = computed(
    () =>
      correction.value === null &&
      returns.value.length === 0 &&
      isFinished(record.value.answers.household.get(VISIT_OUTCOME.question)?.value),
  )

  /** Asked before anything is changed; where the answer is no, the reason is asked. */
  function mayChange(): boolean {
    if (isLocked.value) isWhyAsked.value = true
    return !isLocked.value
  }

  /** False without a reason. */
  function beginCorrection(reason: string): boolean {
    if (reason.trim() === '') return false
    correction.value = { reason: reason.trim(), before: verdict.value }
    isWhyAsked.value = false
    return true
  }

  /** Something was corrected, and what would keep a visit from being closed is neither put right nor explained. */
  const isLeftOpen = computed(
    () =>
      correction.value !== null &&
      openChecks.value.length > 0 &&
      changes.value.some(({ path, value }) => path === REOPENED && value === correction.value?.reason),
  )

  /** Goes on with a correction that was left before its checks were settled; `before` is what it came to before that. */
  function resumeCorrection(reason: string, before: Verdict): OpenCorrection | null {
    if (!isLocked.value || openChecks.value.length === 0) return null
    correction.value = { reason, before }
    return correction.value
  }

  function endCorrection(): void {
    correction.value = null
    isWhyAsked.value = false
  }

  return {
    correction, isWhyAsked, isLocked, isLeftOpen, mayChange, beginCorrection, resumeCorrection, endCorrection,
  } // prettier-ignore
}
