import { ref } from 'vue'
import { attachmentNameText } from '../../../domain/interview/attachmentName'
import { useServices } from '../../app/services'
import { useSession } from '../../app/session/session'
import { scalePicture } from './scalePicture'

/** Keeps pictures, chosen or taken; what names them is up to the caller. */
export function useKeepPictures() {
  const { hashOf } = useServices()
  const session = useSession()
  const isBusy = ref(false)
  /** Name of the file that was no picture. */
  const fault = ref<string | null>(null)

  /** `named` gets each picture's name once it is on disk; what the disk did not take is shown by the saved mark. */
  async function keep(files: readonly File[], named: (name: string) => unknown): Promise<void> {
    fault.value = null
    isBusy.value = true
    try {
      for (const file of files) {
        const name = await keepOne(file)
        if (name !== null) await named(name)
      }
    } finally {
      isBusy.value = false
    }
  }

  /** The name of a file's picture once it is kept; null when it is none, or could not be kept. */
  async function keepOne(file: File): Promise<string | null> {
    const picture = await scalePicture(file)
    const store = session.open?.store
    if (picture === null) fault.value = file.name
    if (picture === null || store === undefined) return null
    const original = await hashOf(new Uint8Array(await file.arrayBuffer()))
    const kept = await hashOf(picture)
    const isKept = await session.save(() => store.putAttachment(picture))
    return isKept ? attachmentNameText({ kept, original }) : null
  }

  return { isBusy, fault, keep }
}
