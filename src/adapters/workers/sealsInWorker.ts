import type { KeyRing } from '../crypto/keyRing'
import type { Seals } from '../sealed/Seals'
import type { FromSealWorker, ToSealWorker } from './sealMessages'

interface Waiting {
  readonly isText: boolean
  readonly resolve: (content: Uint8Array | string) => void
  readonly reject: (error: Error) => void
}

/**
 * Seals in a worker of its own. After `end` no pending call for an attachment settles; those for a text
 * reject, as the thread's own would.
 */
export function sealsInWorker(given: KeyRing): Seals {
  let ring: KeyRing = copyOf(given)
  let isEnded = false
  // The list asks at once: its first rows need not wait for a beginning worker.
  let worker: Worker | undefined = begin()
  const waiting: Waiting[] = []

  function begin(): Worker {
    const begun = new Worker(new URL('./sealWorker.ts', import.meta.url), { type: 'module' })
    begun.onmessage = ({ data }: MessageEvent<FromSealWorker>) => {
      const first = waiting.shift()
      if (data.kind === 'done') first?.resolve(data.content)
      else first?.reject(new Error(data.message))
    }
    begun.onerror = ({ message }) => {
      drop()
      for (const each of waiting.splice(0)) each.reject(new Error(message))
    }
    begun.postMessage({ kind: 'key', ring } satisfies ToSealWorker)
    return begun
  }

  function ask<Content extends Uint8Array | string>(
    message: Exclude<ToSealWorker, { readonly kind: 'key' }>,
    handedOver: Transferable[] = [],
  ): Promise<Content> {
    return new Promise((resolve, reject) => {
      const isText = message.kind === 'openText'
      if (isEnded && isText) reject(new Error(LOCKED))
      if (isEnded) return
      worker ??= begin()
      waiting.push({ isText, resolve: (content) => resolve(content as Content), reject })
      worker.postMessage(message, handedOver)
    })
  }

  function end(): void {
    isEnded = true
    for (const key of ring) key.fill(0)
    drop()
    for (const { isText, reject } of waiting.splice(0)) if (isText) reject(new Error(LOCKED))
  }

  function drop(): void {
    worker?.terminate()
    worker = undefined
  }

  return {
    seal: (document, bytes) => ask({ kind: 'seal', document, bytes }),
    // Safe to transfer: sealed bytes are read for this call only.
    open: (document, bytes) => ask({ kind: 'open', document, bytes }, [bytes.buffer]),
    // Copied: what the worker could not open is tried once more.
    openText: (of, id, bytes) => ask({ kind: 'openText', of, id, bytes }),
    renew(newest) {
      ring = [newest.slice(), ...ring]
      worker?.postMessage({ kind: 'key', ring } satisfies ToSealWorker)
    },
    end,
  }
}

const LOCKED = 'the project is locked'

function copyOf([newest, ...older]: KeyRing): KeyRing {
  return [newest.slice(), ...older.map((key) => key.slice())]
}
