import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import { describeProjectStore } from '../../contracts/projectStoreContract'
import { aShelf, sealedHarness } from '../../contracts/sealedHarness'

const shelf = aShelf({ indexes: new MemoryIndexShelf(), journals: null })

describeProjectStore(
  'sealed, without a journal',
  sealedHarness(() => shelf),
)
