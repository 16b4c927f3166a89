import type { KeyRing } from '../crypto/keyRing'
import type { AttachmentSeals } from '../sealed/AttachmentSeals'
import type { FromSealWorker, ToSealWorker } from './sealMessages'

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** Seals in a worker of its own, which starts with the first call; after `end` no pending call settles. */
export function sealsInWorker(given: KeyRing): AttachmentSeals {
  let ring: KeyRing = copyOf(given)
  let isEnded = false
  let worker: Worker | undefined
  const waiting: Waiting[] = []

  function begin(): Worker {
    const begun = new Worker(new URL('./sealWorker.ts', import.meta.url), { type: 'module' })
    begun.onmessage = ({ data }: MessageEvent<FromSealWorker>) => {
      const first = waiting.shift()
      if (data.kind === 'done') first?.resolve(data.bytes)
      else first?.reject(new Error(data.message))
    }
    begun.onerror = ({ message }) => {
      drop()
      for (const each of waiting.splice(0)) each.reject(new Error(message))
    }
    begun.postMessage({ kind: 'key', ring } satisfies ToSealWorker)
    return begun
  }

  function ask(message: ToSealWorker, handedOver: Transferable[] = []): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (isEnded) return
      worker ??= begin()
      waiting.push({ resolve, reject })
      worker.postMessage(message, handedOver)
    })
  }

  function end(): void {
    isEnded = true
    for (const key of ring) key.fill(0)
    drop()
  }

  function drop(): void {
    worker?.terminate()
    worker = undefined
  }

  return {
    seal: (document, bytes) => ask({ kind: 'seal', document, bytes }),
    // Safe to transfer: sealed bytes are read for this call only.
    open: (document, bytes) => ask({ kind: 'open', document, bytes }, [bytes.buffer]),
    renew(newest) {
      ring = [newest.slice(), ...ring]
      worker?.postMessage({ kind: 'key', ring } satisfies ToSealWorker)
    },
    end,
  }
}

function copyOf([newest, ...older]: KeyRing): KeyRing {
  return [newest.slice(), ...older.map((key) => key.slice())]
}
