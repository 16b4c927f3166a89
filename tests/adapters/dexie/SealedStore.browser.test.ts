import { DexieIndexShelf } from '../../../src/adapters/dexie/DexieIndexShelf'
import { describeProjectStore } from '../../contracts/projectStoreContract'
import { aShelf, sealedHarness } from '../../contracts/sealedHarness'

const shelf = aShelf({ indexes: new DexieIndexShelf(), journals: null })

describeProjectStore(
  'sealed in IndexedDB, without a journal',
  sealedHarness(() => shelf),
)
