import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newReplicaOf } from '../../src/adapters/crypto/deviceKeys'
import { FolderStore } from '../../src/adapters/folder/FolderStore'
import { TEAM_PORT } from '../../src/adapters/package/teamPort'
import type { TeamPort } from '../../src/application/team/TeamPort'
import { followLead, removeDevice } from '../../src/application/team/roll/keepRoll'
import type { MergeAccepted } from '../../src/application/team/merge/acceptPackage'
import type { MergeStep } from '../../src/application/team/merge/mergeOneByOne'
import { mergeFolder } from '../../src/cli/mergeFolder'
import { aTeam, TEAM_PROJECT, type Team } from '../builders/aTeam'
import { valueOf } from '../contracts/projectStoreContract'

const HOUSEHOLD = '5201010001'

describe('merging into a folder', () => {
  let folder: string
  let team: Team

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yihu-merge-'))
    team = await aTeam()
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function fileOf(name: string, bytes: Uint8Array): Promise<string> {
    await writeFile(join(folder, name), bytes)
    return join(folder, name)
  }

  async function merge(into: string, paths: readonly string[], accepted: Partial<MergeAccepted> = {}) {
    const { keys } = team.lead
    const store = valueOf(await FolderStore.open(join(folder, into), TEAM_PROJECT, newReplicaOf(keys.device)))
    valueOf(await followLead(store, keys.device))
    const key = { identity: keys.identity, project: TEAM_PROJECT, lead: keys.device, keys }
    const steps: string[] = []
    const tell = ({ doing, nth, of }: MergeStep) => void steps.push(`${doing} ${nth}/${of}`)
    const merged = valueOf(
      await mergeFolder(
        store,
        paths,
        key,
        TEAM_PORT,
        { removed: null, others: null, closed: null, ...accepted },
        tell,
      ),
    )
    const project = await store.changesOfProject()
    const result = {
      verdicts: merged.packages.map(({ verdict }) => verdict),
      hash: store.stateHash(),
      project,
      steps,
    }
    await store.close()
    return result
  }

  it('sets a removed device’s package aside whether the news of it comes before or after', async () => {
    await team.first.answer(HOUSEHOLD, 'food_enough', 'all_year')
    const first = await fileOf('first.yihu', await team.first.send(team.lead))
    valueOf(await removeDevice(team.lead.store, team.first.keys.device, '电脑丢失', team.lead.author))
    await team.second.merge(await team.lead.send(team.second, [], 'assignment'))
    const second = await fileOf('second.yihu', await team.second.send(team.lead))
    const before = await merge('before', [first, second])
    const after = await merge('after', [second, first])
    expect(before.verdicts).toEqual(['set_aside', 'sound'])
    expect(after.verdicts).toEqual(['sound', 'set_aside'])
    expect(before.hash).toBe(after.hash)

    const accepted = await merge('after', [first], { removed: '已当面核对' })
    expect(accepted.verdicts).toEqual(['sound'])
    expect(accepted.project.find(({ path }) => path.startsWith('accepted/'))).toMatchObject({
      value: '甲',
      person: '组长',
      reason: '已当面核对',
    })
  })

  it('keeps nothing of a package that the store refuses, and all of the others', async () => {
    const { lead, first } = team
    await first.answer('5201010009', 'food_enough', 'all_year')
    const junk = await fileOf('junk.yihu', Uint8Array.of(1, 2, 3))
    const own = await fileOf('lead.yihu', await lead.send(lead))
    const { verdicts, hash, steps } = await merge('junk', [junk, own])
    expect(steps).toEqual(['reading 1/2', 'reading 2/2', 'merging 1/2', 'merging 2/2'])
    expect(verdicts).toEqual(['refused', 'sound'])
    expect(hash).toBe((await merge('clean', [own])).hash)
  })

  it('refuses a package that cannot be read, and takes the others', async () => {
    const own = await fileOf('own.yihu', await team.lead.send(team.lead))
    await mkdir(join(folder, 'unreadable.yihu'))
    const { verdicts, hash } = await merge('unread', [join(folder, 'unreadable.yihu'), own])
    expect(verdicts).toEqual(['refused', 'sound'])
    expect(hash).toBe((await merge('read', [own])).hash)
  })

  it('leaves nothing behind when something throws after packages were taken in', async () => {
    const { keys } = team.lead
    const [own, again] = [await team.lead.send(team.lead), await team.lead.send(team.lead)]
    const paths = [await fileOf('one.yihu', own), await fileOf('two.yihu', again)]
    const into = join(folder, 'thrown')
    const store = valueOf(await FolderStore.open(into, TEAM_PROJECT, newReplicaOf(keys.device)))
    valueOf(await followLead(store, keys.device))
    const before = store.stateHash()
    let opened = 0
    const failing: TeamPort = {
      ...TEAM_PORT,
      open: (...words) => (++opened > 1 ? Promise.reject(new Error('a bug')) : TEAM_PORT.open(...words)),
    }
    const key = { identity: keys.identity, project: TEAM_PROJECT, lead: keys.device, keys }
    await expect(
      mergeFolder(store, paths, key, failing, { removed: null, others: null, closed: null }),
    ).rejects.toThrow('a bug')
    expect([store.stateHash(), await store.records('segments')]).toEqual([before, []])
    await store.close()
    const found = valueOf(await FolderStore.open(into, TEAM_PROJECT, newReplicaOf(keys.device)))
    expect([found.stateHash(), await found.records('segments')]).toEqual([before, []])
    await found.close()
    expect(await readdir(join(into, 'packs'))).toEqual([])
  })
})
