import { defineStore } from 'pinia'
import { ref } from 'vue'
import { chooseAttachments } from '../../shared/attachments/chooseAttachments'
import { useAttachmentAnswer } from './useAttachmentAnswer'
import { useKeepPictures } from '../../shared/attachments/useKeepPictures'

/** The photos of the interview in the window: scaled, kept, and only then named in the answer. */
export const usePhotos = defineStore('photos', () => {
  const { names, mayChange, addName, remove } = useAttachmentAnswer('photos')
  const { isBusy, fault, keep } = useKeepPictures()
  /** Whether the camera is on the screen. */
  const isTaking = ref(false)

  async function choose(): Promise<void> {
    if (!mayChange()) return
    await add(await chooseAttachments('image/*'))
  }

  async function add(files: readonly File[]): Promise<void> {
    if (mayChange()) await keep(files, addName)
  }

  return { names, isBusy, fault, isTaking, choose, add, remove }
})
