import { onBeforeUnmount, onMounted, readonly, ref, type Ref } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'
import { useSession } from '../app/session/session'
import { useRecordings } from './evidence/recordings'
import { useInterview } from './record/interview'
import { useStepInput } from './step/stepInput'
import type { useInterviewWay } from './way/useInterviewWay'

/**
 * By whatever way the page of an interview is left: what was typed and can stand is given, and nothing is left unkept.
 * Returns whether somebody goes to another page already, whom nothing may lead elsewhere.
 */
export function useLeaving(
  isOpen: Readonly<Ref<boolean>>,
  way: Pick<ReturnType<typeof useInterviewWay>, 'mode' | 'showQuestion'>,
): Readonly<Ref<boolean>> {
  const interview = useInterview()
  const input = useStepInput()
  const recordings = useRecordings()
  const session = useSession()
  const isGoing = ref(false)
  /** Whether closing the window was held up because the disk did not take what was typed. */
  let isHeld = false

  onBeforeRouteLeave(async () => (isGoing.value = await settle()))
  onBeforeRouteUpdate(settle)
  onMounted(() => window.addEventListener('beforeunload', keepFirst))
  onBeforeUnmount(() => window.removeEventListener('beforeunload', keepFirst))

  async function settle(): Promise<boolean> {
    // Locked or left: nothing can be kept any more, nor be waited for.
    if (session.open === null) return true
    if (isOpen.value) {
      if (way.mode.value === 'ask') await input.settle()
      await interview.typed.flush()
    }
    return keepRecordings()
  }

  /** A recording belongs to this household: what the disk does not take keeps the page open. */
  async function keepRecordings(): Promise<boolean> {
    await recordings.leave()
    const isKept = recordings.unkept === 0
    if (!isKept) way.showQuestion({ question: 'recordings' })
    return isKept
  }

  /** A window that is closed while a text is on its way to the disk closes once it is there; closed again, it is let go. */
  function keepFirst(event: BeforeUnloadEvent): void {
    if (isHeld || !interview.typed.hasUnkept) return
    event.preventDefault()
    void interview.typed.flush().then(() => {
      isHeld = interview.typed.hasUnkept
      if (!isHeld) window.close()
    })
  }

  return readonly(isGoing)
}
