import type { YihuBridge } from '../../electron/ipc-contract'
import { SCRYPT_COST } from '../../src/adapters/crypto/KeyWrap'
import { NO_KEY_STORE } from '../../src/adapters/crypto/SystemKeyStore'
import { DexieIndexShelf } from '../../src/adapters/dexie/DexieIndexShelf'
import { electronJournals } from '../../src/adapters/platform/electron/electronJournals'
import { sealsOnThread } from '../../src/adapters/sealed/Seals'
import { SealedShelf } from '../../src/adapters/sealed/SealedShelf'
import type { ProjectStore } from '../../src/application/store/ProjectStore'
import { foldChanges } from '../../src/domain/changes/foldChanges'
import { describeProjectStore, valueOf } from '../contracts/projectStoreContract'
import { aShelf, PASSCODE, sealedHarness } from '../contracts/sealedHarness'
import { workWithSecrets } from '../contracts/sealedProject'
import { anAnswer, INTERVIEW } from '../contracts/someWork'
import { measureSaves, type SavesMeasured } from './measureSaves'
import { runCollected, type TestOutcome } from './vitestInPage'

/** What a test outside may ask of the store inside the app's window, by `page.evaluate`. */
export interface StoreInPage {
  runContract(): Promise<readonly TestOutcome[]>
  /** Makes a sealed project full of the words of `SECRETS`; gives its id. */
  createWithSecrets(): Promise<string>
  open(projectId: string): Promise<readonly string[]>
  /** Resolves when the answer is saved. */
  answer(path: string, value: string): Promise<void>
  answers(): Promise<Record<string, unknown>>
  close(): Promise<void>
  measureSaves(rounds: number): Promise<SavesMeasured>
}

const bridge = (window as unknown as { yihu?: YihuBridge }).yihu
const journals = bridge === undefined ? null : electronJournals(bridge.journal)
const shelf = new SealedShelf({
  indexes: new DexieIndexShelf(),
  journals,
  keyStore: NO_KEY_STORE,
  scryptCost: SCRYPT_COST,
  now: () => new Date().toISOString(),
  seals: sealsOnThread,
})
const contractShelf = aShelf({ indexes: new DexieIndexShelf(), journals })
describeProjectStore(
  'sealed, in the app’s own window',
  sealedHarness(() => contractShelf),
)

let store: ProjectStore | undefined

function opened(): ProjectStore {
  if (store === undefined) throw new Error('no project is open')
  return store
}

const storeInPage: StoreInPage = {
  runContract: runCollected,
  async createWithSecrets() {
    const protection = { by: 'passcode', passcode: PASSCODE, rememberBySystem: false } as const
    store = valueOf(await shelf.create({ title: '评估', protection }))
    await workWithSecrets(store)
    return store.projectId
  },
  async open(projectId) {
    store = valueOf(await shelf.open(projectId, { by: 'passcode', passcode: PASSCODE }))
    return store.openingProblems.map((problem) => problem.code)
  },
  async answer(path, value) {
    valueOf(await opened().write([anAnswer(path, value)]))
  },
  async answers() {
    const state = foldChanges(await opened().changesOf('interview', INTERVIEW))
    return Object.fromEntries([...state].map(([path, of]) => [path, of.isConflict ? 'conflict' : of.value]))
  },
  async close() {
    await opened().close()
    store = undefined
  },
  measureSaves: (rounds) => measureSaves(contractShelf, rounds),
}

;(globalThis as unknown as { storeInPage: StoreInPage }).storeInPage = storeInPage
