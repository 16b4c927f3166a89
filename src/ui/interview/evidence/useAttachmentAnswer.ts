import { computed } from 'vue'
import { attachmentsIn } from '../../../domain/interview/attachmentName'
import { useInterview } from '../record/interview'

/** The answer to a question about pictures or sounds, in the interview of the window: names of what is kept. */
export function useAttachmentAnswer(question: string) {
  const interview = useInterview()
  const ref = { question }

  const names = computed((): readonly string[] => {
    const state = interview.stateIn(ref)
    return attachmentsIn(state.state === 'answered' ? state.answer.value : undefined)
  })

  /** Names one more behind the others; one that is named already stays as it is. */
  function addName(name: string): Promise<boolean> {
    return names.value.includes(name) ? Promise.resolve(true) : give([...names.value, name])
  }

  function remove(name: string): Promise<boolean> {
    return give(names.value.filter((each) => each !== name))
  }

  function give(wanted: readonly string[]): Promise<boolean> {
    const value = wanted.length === 0 ? null : wanted
    const { step } = interview
    const isHere = step?.kind === 'question' && step.ref.question === question
    return interview.give([{ ref, value, evidence: 'observed' }], !isHere)
  }

  return { names, mayChange: () => interview.mayChange(), addName, remove }
}
