import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import { aProcess, directJournals } from '../../contracts/directJournals'
import { LossyFiles } from '../../contracts/LossyFiles'
import { describeProjectStore } from '../../contracts/projectStoreContract'
import { aShelf, sealedHarness } from '../../contracts/sealedHarness'

const shelf = aShelf({
  indexes: new MemoryIndexShelf(),
  journals: directJournals(new LossyFiles(), aProcess(1)),
})

describeProjectStore(
  'sealed, with a journal',
  sealedHarness(() => shelf),
)
