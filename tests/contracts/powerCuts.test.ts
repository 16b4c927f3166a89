import { describe, expect, it } from 'vitest'
import type { ProjectStore } from '../../src/application/store/ProjectStore'
import type { Change } from '../../src/domain/changes/Change'
import { aChange, anId } from '../domain/changes/aChange'
import { MemoryIndexShelf } from '../../src/adapters/memory/MemoryIndexShelf'
import { LossyFiles, type Leaves } from './LossyFiles'
import { aMachine, unlock, type Machine } from './Machine'
import { sorted, valueOf } from './projectStoreContract'
import { anAnswer, AT, aVillage, INTERVIEW, PERSON } from './someWork'

/** What the app was shown as saved, as the work went on. */
interface Acknowledged {
  projectId?: string
  readonly changes: Change[]
  roster?: string
}

const PACKAGE = Array.from({ length: 250 }, (_, index) =>
  aChange({ id: anId('d', index + 1), path: `note_${index}` }),
)
const STEPS = await countSteps()

describe.each<Leaves>(['nothing', 'everything', 'parts'])(
  'a power cut that leaves %s of what was not flushed',
  (leaves) => {
    it.each(['kept', 'wiped'] as const)(
      'loses nothing acknowledged and halves nothing, at every step, when the index is %s',
      async (index) => {
        for (let cut = 1; cut <= STEPS; cut += 1) {
          const { machine, acknowledged } = await workUntil(cut)
          const after = machine.afterPowerCut(leaves)
          if (index === 'wiped') after.wipeIndexes()
          await expectNothingLost(after, acknowledged, `cut at step ${cut} of ${STEPS}`)
        }
      },
    )

    it('leaves two sides that each hold everything once the app has started again, at every step', async () => {
      for (let cut = 1; cut <= STEPS; cut += 1) {
        const { machine, acknowledged } = await workUntil(cut)
        if (acknowledged.projectId === undefined) continue
        const after = machine.afterPowerCut(leaves)
        const shown = await changesAfterOpening(after, acknowledged.projectId)
        const journalAlone = after.restarted()
        journalAlone.wipeIndexes()
        const indexAlone = after.restarted()
        indexAlone.wipeJournals()
        expect(
          await changesAfterOpening(journalAlone, acknowledged.projectId),
          `journal, cut at ${cut}`,
        ).toEqual(shown)
        expect(await changesAfterOpening(indexAlone, acknowledged.projectId), `index, cut at ${cut}`).toEqual(
          shown,
        )
      }
    })
  },
)

/** Everything the store shows, whether it was ever acknowledged or not. */
async function changesAfterOpening(machine: Machine, projectId: string): Promise<readonly Change[]> {
  const store = valueOf(await machine.shelf.open(projectId, unlock))
  const changes = sorted(await allChanges(store))
  await store.close()
  return changes
}

/** An assessor's morning, up to the step at which the power goes. */
async function workUntil(cut: number): Promise<{ machine: Machine; acknowledged: Acknowledged }> {
  const files = new LossyFiles(cut)
  const machine = aMachine(files, new MemoryIndexShelf())
  const acknowledged: Acknowledged = { changes: [] }
  await Promise.race([work(machine, acknowledged), files.dead])
  return { machine, acknowledged: { ...acknowledged, changes: [...acknowledged.changes] } }
}

async function work(machine: Machine, acknowledged: Acknowledged): Promise<void> {
  const store = valueOf(await machine.createProject())
  acknowledged.projectId = store.projectId
  const write = async (...drafts: Parameters<ProjectStore['write']>[0]): Promise<void> => {
    acknowledged.changes.push(...valueOf(await store.write(drafts)))
  }
  await write({ entity: 'person', entityId: PERSON, path: 'name', value: '王', person: PERSON, at: AT })
  acknowledged.roster = valueOf(
    await store.putRoster({ villages: [aVillage('甲村', 2), aVillage('乙村', 2)] }),
  )
  await write(anAnswer('food_enough', 'all_year'))
  await Promise.all(['a', 'b', 'c'].map((name) => write(anAnswer(name, 1), anAnswer(`${name}_pair`, 2))))
  acknowledged.changes.push(...valueOf(await store.accept(PACKAGE)).added)
  valueOf(await store.packInterview(INTERVIEW))
  await write(anAnswer('food_enough', 'often_short'), anAnswer('bedding', 'short'))
  await store.close()
}

async function expectNothingLost(machine: Machine, acknowledged: Acknowledged, when: string): Promise<void> {
  const { projectId, changes, roster } = acknowledged
  if (projectId === undefined) return
  const store = valueOf(await machine.shelf.open(projectId, unlock))
  const found = new Map((await allChanges(store)).map((change) => [change.id, change]))
  for (const change of changes) expect(found.get(change.id), when).toEqual(change)
  const packaged = PACKAGE.filter((change) => found.has(change.id)).length
  expect([0, PACKAGE.length], when).toContain(packaged)
  for (const name of ['a', 'b', 'c']) {
    const pair = [...found.values()].filter(
      (change) => change.path === name || change.path === `${name}_pair`,
    )
    expect([0, 2], when).toContain(pair.length)
  }
  if (roster !== undefined) {
    expect(await store.rosterVillages(roster), when).toEqual(['甲村', '乙村'])
    expect(await store.rosterVillage(roster, '乙村'), when).toEqual(aVillage('乙村', 2).households)
  }
  await store.close()
}

async function allChanges(store: ProjectStore): Promise<readonly Change[]> {
  const byHousehold = await store.changesOfHouseholds(await store.householdsWithChanges())
  return [...(await store.changesOfProject()), ...[...byHousehold.values()].flat()]
}

async function countSteps(): Promise<number> {
  const files = new LossyFiles()
  await work(aMachine(files, new MemoryIndexShelf()), { changes: [] })
  return files.steps
}
