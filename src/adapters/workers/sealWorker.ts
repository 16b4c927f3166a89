/// <reference lib="webworker" />
import { sealsOnThread, type Seals } from '../sealed/Seals'
import type { FromSealWorker, ToSealWorker } from './sealMessages'

let seals: Seals | undefined
let last: Promise<void> = Promise.resolve()

/** Seals and opens pictures and sounds, and opens long texts, off the window's thread, by the keys in its first message. */
self.onmessage = ({ data }: MessageEvent<ToSealWorker>) => {
  if (data.kind === 'key') seals = sealsOnThread(data.ring)
  else last = last.then(async () => send(await answer(data)))
}

async function answer(asked: Exclude<ToSealWorker, { readonly kind: 'key' }>): Promise<FromSealWorker> {
  try {
    if (seals === undefined) throw new Error('no key was sent')
    const { kind, bytes } = asked
    const content =
      kind === 'openText'
        ? await seals.openText(asked.of, asked.id, bytes)
        : await seals[kind](asked.document, bytes)
    return { kind: 'done', content }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

function send(message: FromSealWorker): void {
  const isOfBytes = message.kind === 'done' && typeof message.content !== 'string'
  // Bytes are transferred, not copied.
  self.postMessage(message, isOfBytes ? [message.content.buffer] : [])
}
