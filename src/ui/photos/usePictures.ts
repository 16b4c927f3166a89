import { onBeforeUnmount, shallowRef, watch } from 'vue'
import { parseAttachmentName } from '../../domain/interview/attachmentName'
import { useSession } from '../stores/session'

export interface ShownPicture {
  readonly name: string
  /** Null where the picture is not on this computer. */
  readonly url: string | null
}

/** Kept pictures to be shown, by their names; what the browser holds for them is let go with the component. */
export function usePictures(names: () => readonly string[]) {
  const session = useSession()
  const pictures = shallowRef<readonly ShownPicture[]>([])

  watch(names, show, { immediate: true })
  onBeforeUnmount(() => release(pictures.value))

  async function show(wanted: readonly string[]): Promise<void> {
    const shown = await Promise.all(wanted.map(async (name) => ({ name, url: await urlOf(name) })))
    // A later wish may have overtaken this one.
    if (names().join() !== wanted.join()) return release(shown)
    release(pictures.value)
    pictures.value = shown
  }

  async function urlOf(name: string): Promise<string | null> {
    const picture = parseAttachmentName(name)
    const bytes = picture === null ? undefined : await session.open?.store.attachment(picture.kept)
    return bytes === undefined
      ? null
      : URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }))
  }

  return pictures
}

function release(pictures: readonly ShownPicture[]): void {
  for (const { url } of pictures) if (url !== null) URL.revokeObjectURL(url)
}
