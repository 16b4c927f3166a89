import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { describeProjectStore } from '../../contracts/projectStoreContract'

describeProjectStore('memory', {
  create: () => Promise.resolve(new MemoryStore('practice', newReplica())),
})
