import fc from 'fast-check'
import { newReplicaOf } from '../../../src/adapters/crypto/deviceKeys'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { allChanges } from '../../../src/application/team/packages/signSegments'
import type { DeviceKeys } from '../../../src/application/team/TeamPort'
import type { Change } from '../../../src/domain/changes/Change'
import { elementOfDraft } from '../../../src/domain/changes/ChangeDraft'
import { valueOf } from '../../contracts/projectStoreContract'

/** What happens on the laptops of a team, one step after another. */
export type TeamStep =
  | {
      readonly does: 'answers'
      readonly by: number
      readonly household: number
      readonly copy: number
      readonly value: number
    }
  | { readonly does: 'corrects'; readonly by: number; readonly household: number; readonly value: number }
  | { readonly does: 'adds a line'; readonly by: number; readonly household: number }
  | { readonly does: 'removes a line'; readonly by: number; readonly household: number }
  | { readonly does: 'hands over'; readonly by: number; readonly to: number; readonly household: number }
  | { readonly does: 'sends'; readonly by: number }
  | { readonly does: 'backs up'; readonly by: number }
  | { readonly does: 'goes back to its backup'; readonly by: number }
  | { readonly does: 'sets its clock'; readonly by: number; readonly years: number }

const HOUSEHOLDS = ['5201010001', '5201010002', 'h-7']
const QUESTIONS = ['food_enough', 'bedding', 'members/m-1/insurance']
const VALUES = ['yes', 'no', 'unknown']

export function someTeamHistory(devices: number): fc.Arbitrary<readonly TeamStep[]> {
  const by = fc.nat(devices - 1)
  const household = fc.nat(HOUSEHOLDS.length - 1)
  const value = fc.nat(VALUES.length - 1)
  const step: fc.Arbitrary<TeamStep> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ does: fc.constant('answers' as const), by, household, copy: fc.nat(1), value }),
    },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('corrects' as const), by, household, value }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('adds a line' as const), by, household }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('removes a line' as const), by, household }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('hands over' as const), by, to: by, household }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('sends' as const), by }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('backs up' as const), by }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('goes back to its backup' as const), by }) },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('sets its clock' as const),
        by,
        years: fc.integer({ min: -9, max: 9 }),
      }),
    },
  )
  return fc.array(step, { minLength: 4, maxLength: 40 })
}

interface Desk {
  store: ProjectStore
  backup: readonly Change[]
  year: number
  minute: number
}

/** Plays a history and returns what each package on the way carried; at the end every device sends once more. */
export async function playHistory(
  steps: readonly TeamStep[],
  keys: readonly DeviceKeys[],
): Promise<readonly (readonly Change[])[]> {
  const desks: Desk[] = []
  for (const { device } of keys)
    desks.push({ store: await aStore(device, []), backup: [], year: 2020, minute: 0 })
  const packages: (readonly Change[])[] = []
  for (const step of steps) {
    const desk = desks[step.by]
    if (desk === undefined) continue
    const person = `p-${step.by}`
    const at = `${desk.year}-05-06T09:${String((desk.minute += 1) % 60).padStart(2, '0')}:00Z`
    const interview = (household: number, copy = 0): string => `${HOUSEHOLDS[household]}/first/${copy}`
    const draft = (entityId: string, path: string, value: string | null, reason?: string) =>
      ({
        entity: 'interview',
        entityId,
        path,
        value,
        person,
        at,
        ...(reason !== undefined && { reason }),
      }) as const
    switch (step.does) {
      case 'answers': {
        const id = interview(step.household, step.copy)
        const question = QUESTIONS[step.value] ?? ''
        valueOf(
          await desk.store.write([draft(id, 'begun', '1'), draft(id, question, VALUES[step.value] ?? '')]),
        )
        break
      }
      case 'corrects':
        valueOf(
          await desk.store.write([
            draft(interview(step.household), 'food_enough', VALUES[step.value] ?? '', '听错了'),
          ]),
        )
        break
      case 'adds a line': {
        const line = `lines/${elementOfDraft(0)}`
        const id = interview(step.household)
        valueOf(await desk.store.write([draft(id, line, '1'), draft(id, `${line}/income_kind`, 'wage')]))
        break
      }
      case 'removes a line': {
        const id = interview(step.household)
        const line = (await desk.store.changesOf('interview', id)).find(({ path }) =>
          /^lines\/[^/]+$/.test(path),
        )
        if (line !== undefined) valueOf(await desk.store.write([draft(id, line.path, null)]))
        break
      }
      case 'hands over': {
        const carried = (await desk.store.changesOfHouseholds([HOUSEHOLDS[step.household] ?? '']))
          .values()
          .next().value
        const people = await desk.store.changesOfProject()
        packages.push([...people, ...(carried ?? [])])
        const receiver = desks[step.to]
        if (receiver !== undefined) valueOf(await receiver.store.accept([...people, ...(carried ?? [])]))
        break
      }
      case 'sends':
        packages.push(await everyChange(desk.store))
        break
      case 'backs up':
        desk.backup = await everyChange(desk.store)
        break
      case 'goes back to its backup':
        // What it wrote since is lost on this laptop; what it had sent lives on elsewhere.
        desk.store = await aStore(keys[step.by]?.device ?? '', desk.backup)
        break
      case 'sets its clock':
        desk.year = 2020 + step.years
    }
  }
  for (const { store } of desks) packages.push(await everyChange(store))
  return packages

  async function aStore(device: string, known: readonly Change[]): Promise<ProjectStore> {
    const store = new MemoryStore('p', newReplicaOf(device))
    valueOf(await store.accept(known))
    const at = '2020-05-06T08:00:00Z'
    const people = keys.map((_, index) => `p-${index}`)
    valueOf(
      await store.write(
        people.map((id) => ({ entity: 'person', entityId: id, path: 'name', value: id, person: id, at })),
      ),
    )
    return store
  }
}

export async function everyChange(store: ProjectStore): Promise<readonly Change[]> {
  const changes: Change[] = []
  for await (const part of allChanges(store, await store.householdsWithChanges())) changes.push(...part)
  return changes
}
