import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { attachmentNameText, attachmentsIn } from '../../domain/interview/attachmentName'
import { choosePictures } from '../photos/choosePictures'
import { scalePicture } from '../photos/scalePicture'
import { useServices } from '../services'
import { useInterview } from './interview'
import { useSession } from './session'

const PHOTOS = { question: 'photos' } as const

/** The photos of the interview in the window: scaled, kept, and only then named in the answer. */
export const usePhotos = defineStore('photos', () => {
  const { hashOf } = useServices()
  const session = useSession()
  const interview = useInterview()
  const isBusy = ref(false)
  /** Name of the file that was no picture. */
  const fault = ref<string | null>(null)

  const names = computed((): readonly string[] => {
    const state = interview.stateIn(PHOTOS)
    return attachmentsIn(state.state === 'answered' ? state.answer.value : undefined)
  })

  async function choose(): Promise<void> {
    const files = await choosePictures()
    fault.value = null
    isBusy.value = true
    try {
      for (const file of files) if (!(await add(file))) return
    } finally {
      isBusy.value = false
    }
  }

  /** False when nothing more can be kept: what the disk did not take is told by the saved mark. */
  async function add(file: File): Promise<boolean> {
    const picture = await scalePicture(file)
    const store = session.open?.store
    if (picture === null) fault.value = file.name
    if (picture === null || store === undefined) return store !== undefined
    const name = attachmentNameText({
      kept: hashOf(picture),
      original: hashOf(new Uint8Array(await file.arrayBuffer())),
    })
    if (names.value.includes(name)) return true
    return (await session.save(() => store.putAttachment(picture))) && (await give([...names.value, name]))
  }

  function remove(name: string): Promise<boolean> {
    return give(names.value.filter((each) => each !== name))
  }

  function give(wanted: readonly string[]): Promise<boolean> {
    const value = wanted.length === 0 ? null : wanted
    return interview.give([{ ref: PHOTOS, value, evidence: 'observed' }])
  }

  return { names, isBusy, fault, choose, remove }
})
