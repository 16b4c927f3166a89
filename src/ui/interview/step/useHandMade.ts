import { computed, ref } from 'vue'
import type { AnswerValue, Strokes } from '../../../domain/interview/Answers'
import { toggleChoice } from '../../../domain/interview/toggleChoice'
import { useInterview } from '../record/interview'

/** What the hand makes before it gives it: ticks at choices, strokes of a signature. */
export function useHandMade(standing: () => AnswerValue | null) {
  const interview = useInterview()
  const chosen = ref<readonly string[]>([])
  const drawn = ref<Strokes>([])
  const isMultiple = computed(() => {
    const { step } = interview
    const type = step === undefined ? undefined : interview.questionOf(step)?.data.type
    return type?.startsWith('select_multiple') === true
  })

  const choices = computed(() => {
    const { step, interview: now } = interview
    const list = step === undefined ? undefined : interview.questionOf(step)?.data.choices
    return now?.instrument.data.choices[list ?? ''] ?? []
  })

  /** Another question came into focus: what is stored of it is what is seen. */
  function begin(): void {
    const value = standing()
    drawn.value = []
    chosen.value = Array.isArray(value)
      ? (value as readonly string[])
      : typeof value === 'string'
        ? [value]
        : []
  }

  function toggle(name: string): void {
    if (!interview.mayChange()) return
    const before = chosen.value
    chosen.value = toggleChoice(choices.value, before, name)
    note(() => (chosen.value = before))
  }

  /** All strokes of the signature so far. */
  function draw(strokes: Strokes): void {
    if (!interview.mayChange()) return
    const before = drawn.value
    drawn.value = strokes
    note(() => (drawn.value = before))
  }

  function note(takeBack: () => unknown): void {
    interview.note({
      isProvisional: true,
      undo() {
        takeBack()
        return true
      },
    })
  }

  /** The answer that it is once it is given; null where nothing was made. */
  function made(): AnswerValue | null {
    if (drawn.value.length > 0) return drawn.value
    if (!isMultiple.value || chosen.value.length === 0) return null
    const stored = standing()
    // The same choices ticked in another order are the same answer.
    const isSame =
      Array.isArray(stored) &&
      stored.length === chosen.value.length &&
      chosen.value.every((name) => (stored as readonly string[]).includes(name))
    return isSame ? stored : chosen.value
  }

  return { chosen, drawn, isMultiple, begin, toggle, draw, made }
}
