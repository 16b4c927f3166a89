import { nextTick, watch, type Ref } from 'vue'
import { isFocusFree } from '../../app/keys/isFocusFree'
import { useInterview } from '../record/interview'
import type { InterviewMode } from './usePlaces'

/** A field takes the focus by itself. Wherever else work goes on, the question has it, and not what was closed. */
export function useSectionFocus(
  section: Readonly<Ref<HTMLElement | null>>,
  isOpen: Readonly<Ref<boolean>>,
  mode: Readonly<Ref<InterviewMode>>,
): void {
  const interview = useInterview()
  watch(
    [isOpen, mode, () => interview.place],
    async () => {
      await nextTick()
      if (isFocusFree()) section.value?.focus({ preventScroll: true })
    },
    { flush: 'post' },
  )
}
