import { addPerson } from '../../src/application/store/addPerson'
import type { ProjectShelf } from '../../src/application/store/ProjectShelf'
import { valueOf } from '../contracts/projectStoreContract'
import { PASSCODE } from '../contracts/sealedHarness'
import { anAnswer, AT, PERSON } from '../contracts/someWork'

/** Milliseconds of each. */
export interface SavesMeasured {
  /** An answer given until the store says that it is saved. */
  readonly saves: readonly number[]
  /** As many bytes put into a bare IndexedDB store, strictly durable. */
  readonly puts: readonly number[]
}

const IN_A_ROUND = 20
const PAYLOAD_BYTES = 400

/** Saves and bare puts in turn, so that both see the same disk. */
export async function measureSaves(shelf: ProjectShelf, rounds: number): Promise<SavesMeasured> {
  const protection = { by: 'passcode', passcode: PASSCODE, rememberBySystem: false } as const
  const store = valueOf(await shelf.create({ title: '测量', protection }))
  valueOf(await addPerson(store, { id: PERSON, name: '王', enteredBy: PERSON, at: AT }))
  valueOf(await store.write(Array.from({ length: 100 }, (_, index) => anAnswer(`answer_${index}`, 'before'))))
  const bare = await bareDatabase()
  const saves: number[] = []
  const puts: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < IN_A_ROUND; turn += 1) {
      const drafts = [{ ...anAnswer(`answer_${turn}`, `value ${round}`), evidence: 'respondent' } as const]
      saves.push(await timed(async () => void valueOf(await store.write(drafts))))
    }
    for (let turn = 0; turn < IN_A_ROUND; turn += 1)
      puts.push(await timed(() => barePut(bare, round * IN_A_ROUND + turn)))
  }
  await store.close()
  bare.close()
  return { saves, puts }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function bareDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(`bare-${crypto.randomUUID()}`, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error ?? new Error('not opened'))
  })
}

function barePut(database: IDBDatabase, key: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
    transaction.objectStore('rows').put(crypto.getRandomValues(new Uint8Array(PAYLOAD_BYTES)), key)
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error ?? new Error('not put'))
  })
}
