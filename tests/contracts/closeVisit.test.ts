import { describe, expect, it } from 'vitest'
import { MemoryIndexShelf } from '../../src/adapters/memory/MemoryIndexShelf'
import { closeVisit } from '../../src/application/interview/closeVisit'
import { addPerson } from '../../src/application/store/addPerson'
import { returnInterview } from '../../src/application/team/desk/returnInterview'
import { returnsIn } from '../../src/domain/interview/returns'
import { LossyFiles } from './LossyFiles'
import { aMachine, unlock } from './Machine'
import { valueOf } from './projectStoreContract'
import { anAnswer, AT, INTERVIEW, PERSON } from './someWork'

const AUTHOR = { person: PERSON, at: AT }
const COMMENTS = [
  { path: 'food_enough', text: '再问' },
  { path: null, text: '补拍' },
]
const END = {
  outcome: 'partial',
  why: '天黑了',
  overrides: [{ check: 'many_rooms', place: {}, reason: '确实如此' }],
  replies: COMMENTS.map(({ path }) => ({ path, reply: '问过了' })),
}
/** Outcome, why, the warning, and two replies. */
const SAID = 5
/** More steps of the disk than one write takes. */
const STEPS = 12

/** A visit that was sent back, with the power gone so many steps after its end was to be saved. */
async function closedUntil(steps: number) {
  const files = new LossyFiles()
  const machine = aMachine(files, new MemoryIndexShelf())
  const store = valueOf(await machine.createProject())
  valueOf(await addPerson(store, { id: PERSON, name: '王', enteredBy: PERSON, at: AT }))
  valueOf(await store.write([anAnswer('food_enough', 'all_year')]))
  valueOf(await returnInterview(store, INTERVIEW, COMMENTS, AUTHOR))
  const before = (await store.changesOf('interview', INTERVIEW)).length
  files.dieAfter(steps)
  const closing = closeVisit(store, INTERVIEW, END, AUTHOR).then(({ ok }) => ok)
  const isSaid = await Promise.race([closing, files.dead.then(() => false)])
  return { machine, projectId: store.projectId, before, isSaid }
}

describe('the end of a visit that was sent back', () => {
  it.each(['nothing', 'everything', 'parts'] as const)(
    'is there whole or not at all after a power cut that leaves %s of what was not flushed',
    async (leaves) => {
      const found = new Set<number>()
      for (let steps = 1; steps <= STEPS; steps += 1) {
        const { machine, projectId, before, isSaid } = await closedUntil(steps)
        const opened = valueOf(await machine.afterPowerCut(leaves).shelf.open(projectId, unlock))
        const changes = await opened.changesOf('interview', INTERVIEW)
        const added = changes.length - before
        expect([0, SAID]).toContain(added)
        if (isSaid) expect(added).toBe(SAID)
        expect(returnsIn(changes)).toHaveLength(added === 0 ? COMMENTS.length : 0)
        found.add(added)
      }
      expect(found).toContain(SAID)
    },
  )

  it('is kept whole on a full disk, and saved whole once there is room', async () => {
    const machine = aMachine(new LossyFiles(), new MemoryIndexShelf())
    const store = valueOf(await machine.createProject())
    valueOf(await addPerson(store, { id: PERSON, name: '王', enteredBy: PERSON, at: AT }))
    valueOf(await returnInterview(store, INTERVIEW, COMMENTS, AUTHOR))
    machine.files.isFull = true
    const refused = await closeVisit(store, INTERVIEW, END, AUTHOR)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'not_saved' }] })
    machine.files.isFull = false
    valueOf(await store.retryUnsaved())
    const changes = await store.changesOf('interview', INTERVIEW)
    expect(changes).toHaveLength(COMMENTS.length + SAID)
    expect(returnsIn(changes)).toEqual([])
  })
})
