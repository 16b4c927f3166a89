import { onBeforeUnmount, shallowRef, watch } from 'vue'
import { parseAttachmentName } from '../../../domain/interview/attachmentName'
import { useSession } from '../../app/session/session'

export interface ShownAttachment {
  readonly name: string
  /** Null where it is not on this computer. */
  readonly url: string | null
}

/**
 * Kept pictures or sounds to be shown, by their names; what the browser holds for them is let go with the component.
 * `typeOf` gives the media type of what was kept.
 */
export function useAttachments(names: () => readonly string[], typeOf: (bytes: Uint8Array) => string) {
  const session = useSession()
  const attachments = shallowRef<readonly ShownAttachment[]>([])

  watch(names, show, { immediate: true })
  onBeforeUnmount(() => release(attachments.value))

  async function show(wanted: readonly string[]): Promise<void> {
    // What is shown already stays as it is: a sound that plays goes on.
    const known = new Map(
      attachments.value.filter(({ url }) => url !== null).map((each) => [each.name, each]),
    )
    const shown = await Promise.all(
      wanted.map(async (name) => known.get(name) ?? { name, url: await urlOf(name) }),
    )
    // A later wish may have overtaken this one.
    if (names().join() !== wanted.join()) return release(shown.filter(({ name }) => !known.has(name)))
    release(attachments.value.filter(({ name }) => !wanted.includes(name)))
    attachments.value = shown
  }

  async function urlOf(name: string): Promise<string | null> {
    const parsed = parseAttachmentName(name)
    const bytes = parsed === null ? undefined : await session.open?.store.attachment(parsed.kept)
    return bytes === undefined
      ? null
      : URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: typeOf(bytes) }))
  }

  return attachments
}

function release(attachments: readonly ShownAttachment[]): void {
  for (const { url } of attachments) if (url !== null) URL.revokeObjectURL(url)
}
