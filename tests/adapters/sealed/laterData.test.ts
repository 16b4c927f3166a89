import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import { LossyFiles } from '../../contracts/LossyFiles'
import { aMachine, unlock, type Machine } from '../../contracts/Machine'
import { valueOf } from '../../contracts/projectStoreContract'

const LATER = { format: 3, title: '某县', somethingNew: true }

let machine: Machine
let projectId: string
let folder: string

beforeEach(async () => {
  machine = aMachine(new LossyFiles(), new MemoryIndexShelf())
  const store = valueOf(await machine.createProject())
  projectId = store.projectId
  folder = `/profile/journals/${projectId}`
  await store.close()
  machine.wipeIndexes()
})

describe('a project that a later version of the app wrote', () => {
  it('is listed by its title and refused, its log as it was, when its header is of a later format', async () => {
    machine.files.put(`${folder}/project.json`, utf8ToBytes(JSON.stringify({ ...LATER, projectId })))
    const log = machine.files.bytesOf(`${folder}/journal.log`)
    expect(await machine.shelf.list()).toMatchObject([{ projectId, title: '某县' }])
    expect(await machine.shelf.open(projectId, unlock)).toMatchObject({
      ok: false,
      problems: [{ code: 'database_newer', value: '某县' }],
    })
    expect(machine.files.bytesOf(`${folder}/journal.log`)).toEqual(log)
  })

  it('is refused when its journal is of a later version of data', async () => {
    const log = machine.files.bytesOf(`${folder}/journal.log`) ?? new Uint8Array()
    const later = concatBytes(utf8ToBytes('YIHUJNL3'), log.subarray(8))
    machine.files.put(`${folder}/journal.log`, later)
    expect(await machine.shelf.open(projectId, unlock)).toMatchObject({
      problems: [{ code: 'database_newer' }],
    })
    expect(machine.files.bytesOf(`${folder}/journal.log`)).toEqual(later)
  })

  it('is not restored from its backup', () => {
    const header = utf8ToBytes(JSON.stringify({ ...LATER, projectId }))
    const length = new Uint8Array(Uint32Array.of(header.length).buffer)
    const body = concatBytes(utf8ToBytes('yihu backup 1\n'), length, header, new Uint8Array(32))
    const file = concatBytes(body, sha256(body))
    expect(machine.shelf.inspectBackup('later.yihu-backup', file)).toMatchObject({
      problems: [{ code: 'backup_newer' }],
    })
  })
})
