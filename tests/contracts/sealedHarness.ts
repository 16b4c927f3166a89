import type { ProjectShelf } from '../../src/application/store/ProjectShelf'
import { NO_KEY_STORE } from '../../src/adapters/crypto/SystemKeyStore'
import { sealsOnThread } from '../../src/adapters/sealed/Seals'
import { SealedShelf, type ShelfParts } from '../../src/adapters/sealed/SealedShelf'
import { valueOf, type StoreHarness } from './projectStoreContract'

export const PASSCODE = '脱贫-2020'

/** Cheap on purpose: what is tested is not how long a guess takes. */
export const CHEAP_SCRYPT = { N: 2 ** 4, r: 8, p: 1 }

let instant = Date.parse('2020-12-31T08:00:00Z')

/** A clock on which an hour goes by between any two looks, so that nobody is made to wait. */
function anHourLater(): string {
  instant += 3_600_000
  return new Date(instant).toISOString()
}

export function aShelf(
  parts: Pick<ShelfParts, 'indexes' | 'journals'> & Partial<Pick<ShelfParts, 'now' | 'seals'>>,
): SealedShelf {
  return new SealedShelf({
    now: anHourLater,
    seals: sealsOnThread,
    ...parts,
    keyStore: NO_KEY_STORE,
    scryptCost: CHEAP_SCRYPT,
  })
}

/** Projects sealed by a passcode on one shelf, closed and opened again. */
export function sealedHarness(shelf: () => ProjectShelf): StoreHarness {
  return {
    create: async () =>
      valueOf(
        await shelf().create({
          title: '某县评估',
          protection: { by: 'passcode', passcode: PASSCODE, rememberBySystem: false },
        }),
      ),
    reopen: async (store) => {
      await store.close()
      return valueOf(await shelf().open(store.projectId, { by: 'passcode', passcode: PASSCODE }))
    },
  }
}
