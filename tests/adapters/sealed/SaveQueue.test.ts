import { describe, expect, it } from 'vitest'
import { MemoryIndex } from '../../../src/adapters/memory/MemoryIndex'
import { Vault } from '../../../src/adapters/crypto/Vault'
import { CHAIN_BEGINS } from '../../../src/adapters/sealed/chain'
import { ChainedJournal } from '../../../src/adapters/sealed/ChainedJournal'
import type { Journal, JournalAppended, JournalWritten } from '../../../src/adapters/sealed/Journal'
import { Checkpoint } from '../../../src/adapters/sealed/Checkpoint'
import { KnownChanges } from '../../../src/domain/changes/KnownChanges'
import { aChange, anId } from '../../domain/changes/aChange'
import type { Batch } from '../../../src/adapters/sealed/Batch'
import { SaveQueue } from '../../../src/adapters/sealed/SaveQueue'

/** A journal whose appends are answered when the test lets them. */
class HeldJournal implements Journal {
  readonly id = 'journal'
  readonly waiting: ((answer: JournalAppended) => void)[] = []
  read = (offset: number) => Promise.resolve({ records: [], next: offset, ending: '' })
  append = (): Promise<JournalAppended> => new Promise((answer) => this.waiting.push(answer))
  putBulk = (): Promise<JournalWritten> => Promise.resolve({ kind: 'done' })
  putHeader = (): Promise<JournalWritten> => Promise.resolve({ kind: 'done' })
  bulk = () => Promise.resolve(undefined)
  close = () => Promise.resolve()
}

function aBatch(lastPosition: number): Batch {
  return { commit: {}, changes: MANY, frames: [], lastPosition, order: 'together' }
}

function aQueue(index: MemoryIndex, journal: HeldJournal): SaveQueue {
  const chained = new ChainedJournal(journal, new Vault([new Uint8Array(32)]), CHAIN_BEGINS)
  return new SaveQueue(
    { index, journal: chained },
    new Checkpoint(new KnownChanges(), { lamport: 0 }),
    0,
    null,
  )
}

/** Enough for a checkpoint with every batch. */
const MANY = Array.from({ length: 100 }, (_, index) => aChange({ id: anId('a', index + 1) }))

describe('SaveQueue', () => {
  it('reports saved only when the journal has answered too', async () => {
    const journal = new HeldJournal()
    const queue = aQueue(new MemoryIndex(), journal)
    let isSaved = false
    const saving = queue.save(aBatch(1)).then(() => (isSaved = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(isSaved).toBe(false)
    journal.waiting[0]?.({ kind: 'done', end: 50, ending: 'e50' })
    await saving
    expect(isSaved).toBe(true)
  })

  it('takes no checkpoint while an earlier batch is under way', async () => {
    const journal = new HeldJournal()
    const index = new MemoryIndex()
    const queue = aQueue(index, journal)
    const first = queue.save(aBatch(1))
    const second = queue.save(aBatch(2))
    journal.waiting[1]?.({ kind: 'done', end: 100, ending: 'e100' })
    await second
    const third = queue.save(aBatch(3))
    journal.waiting[2]?.({ kind: 'done', end: 120, ending: 'e120' })
    await third
    await queue.settle()
    expect((await index.state()).mark).toBeNull()
    journal.waiting[0]?.({ kind: 'done', end: 150, ending: 'e150' })
    await first
    await queue.settle()
    expect(await index.state()).toMatchObject({
      lamport: 1,
      position: 3,
      mark: { journal: 'journal', offset: 150, ending: 'e150', chain: { number: 1 } },
    })
  })

  it('looks again at what is unsaved when it is asked right after it answered', async () => {
    const journal = new HeldJournal()
    const queue = aQueue(new MemoryIndex(), journal)
    expect((await queue.retry()).ok).toBe(true)
    const saving = queue.save(aBatch(1))
    journal.waiting[0]?.({ kind: 'failed', code: 'ENOSPC' })
    await saving
    const retrying = queue.retry()
    journal.waiting[1]?.({ kind: 'failed', code: 'ENOSPC' })
    expect((await retrying).ok).toBe(false)
    const again = queue.retry()
    journal.waiting[2]?.({ kind: 'done', end: 9, ending: 'e9' })
    expect((await again).ok).toBe(true)
  })

  it('sends nothing newer while something older is not saved', async () => {
    const journal = new HeldJournal()
    const queue = aQueue(new MemoryIndex(), journal)
    const first = queue.save(aBatch(1))
    journal.waiting[0]?.({ kind: 'failed', code: 'ENOSPC' })
    expect((await first).ok).toBe(false)
    const second = queue.save(aBatch(2))
    expect(journal.waiting).toHaveLength(2)
    journal.waiting[1]?.({ kind: 'failed', code: 'ENOSPC' })
    expect((await second).ok).toBe(false)
    expect(journal.waiting).toHaveLength(2)
  })
})
