/// <reference lib="webworker" />
import { sealsOnThread, type AttachmentSeals } from '../sealed/AttachmentSeals'
import type { FromSealWorker, ToSealWorker } from './sealMessages'

let seals: AttachmentSeals | undefined
let last: Promise<void> = Promise.resolve()

/** Seals and opens pictures and sounds off the window's thread, by the keys in its first message. */
self.onmessage = ({ data }: MessageEvent<ToSealWorker>) => {
  if (data.kind === 'key') seals = sealsOnThread(data.ring)
  else last = last.then(async () => send(await answer(data)))
}

async function answer({
  kind,
  document,
  bytes,
}: Exclude<ToSealWorker, { readonly kind: 'key' }>): Promise<FromSealWorker> {
  try {
    if (seals === undefined) throw new Error('no key was sent')
    return { kind: 'done', bytes: await seals[kind](document, bytes) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

function send(message: FromSealWorker): void {
  // Transferred, not copied.
  self.postMessage(message, message.kind === 'done' ? [message.bytes.buffer] : [])
}
