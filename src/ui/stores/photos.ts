import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { attachmentsIn } from '../../domain/interview/attachmentName'
import { chooseAttachments } from '../attachments/chooseAttachments'
import { useKeepPictures } from '../photos/useKeepPictures'
import { useInterview } from './interview'

const PHOTOS = { question: 'photos' } as const

/** The photos of the interview in the window: scaled, kept, and only then named in the answer. */
export const usePhotos = defineStore('photos', () => {
  const interview = useInterview()
  const { isBusy, fault, keep } = useKeepPictures()
  /** Whether the camera is on the screen. */
  const isTaking = ref(false)

  const names = computed((): readonly string[] => {
    const state = interview.stateIn(PHOTOS)
    return attachmentsIn(state.state === 'answered' ? state.answer.value : undefined)
  })

  async function choose(): Promise<void> {
    await add(await chooseAttachments('image/*'))
  }

  function add(files: readonly File[]): Promise<void> {
    return keep(files, (name) => names.value.includes(name) || give([...names.value, name]))
  }

  function remove(name: string): Promise<boolean> {
    return give(names.value.filter((each) => each !== name))
  }

  function give(wanted: readonly string[]): Promise<boolean> {
    const value = wanted.length === 0 ? null : wanted
    return interview.give([{ ref: PHOTOS, value, evidence: 'observed' }])
  }

  return { names, isBusy, fault, isTaking, choose, add, remove }
})
