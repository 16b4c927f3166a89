import { expect, it } from 'vitest'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { rulesOf } from '../../../src/adapters/resources/rulesOf'
import { PROJECT } from '../../../src/application/roster/adoptRoster'
import { openProject } from '../../../src/application/project/openProject'
import { settingsValues } from '../../../src/application/project/ProjectSettings'
import { addPerson } from '../../../src/application/store/addPerson'
import { valueOf } from '../../contracts/projectStoreContract'

it('whoever made a project works at it when it is opened, in whatever order its changes are kept', async () => {
  const author = { person: '乙', at: '2020-07-15T01:00:00Z' }
  const made = new MemoryStore('project', newReplica())
  for (const name of ['乙', '甲', '丙'])
    valueOf(await addPerson(made, { id: name, name, enteredBy: '乙', at: author.at }))
  const settings = { kind: 'assessment', asOf: '2020-12-31', region: 'west', salt: '00' } as const
  const drafts = settingsValues(settings).map(([path, value]) => {
    return { entity: 'project', entityId: PROJECT, path, value, ...author } as const
  })
  valueOf(await made.write(drafts))
  const kept = new MemoryStore('project', newReplica())
  valueOf(await kept.accept((await made.changesOfProject()).toReversed()))
  const opened = valueOf(await openProject(kept, { title: '某县', isPractice: true }, rulesOf))
  expect(opened.person).toBe('乙')
})

it.each([
  ['assessment', 'assessment'],
  ['census', 'census'],
  ['of_a_newer_app', 'project_kind_unknown'],
])('a project of kind %s opens as: %s', async (kind, outcome) => {
  const author = { person: '乙', at: '2020-07-15T01:00:00Z' }
  const store = new MemoryStore('project', newReplica())
  valueOf(await addPerson(store, { id: '乙', name: '乙', enteredBy: '乙', at: author.at }))
  const settings = { kind: 'assessment', asOf: '2020-12-31', region: 'west', salt: '00' } as const
  const drafts = settingsValues(settings).map(([path, value]) => {
    const own = path === 'settings/kind' ? kind : value
    return { entity: 'project', entityId: PROJECT, path, value: own, ...author } as const
  })
  valueOf(await store.write(drafts))
  const opened = await openProject(store, { title: '某县', isPractice: true }, rulesOf)
  expect(opened.ok ? opened.value.rules.programme.id : opened.problems[0]?.code).toBe(outcome)
})
