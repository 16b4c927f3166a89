import { describe, expect, it } from 'vitest'
import { sealTo } from '../../../src/adapters/crypto/ageSeal'
import { newDeviceKeys } from '../../../src/adapters/crypto/deviceKeys'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import { fileKind } from '../../../src/application/opened/fileKind'
import { sortOpened } from '../../../src/application/opened/sortOpened'
import type { OpenedFile } from '../../../src/application/Platform'
import { LossyFiles } from '../../contracts/LossyFiles'
import { aMachine } from '../../contracts/Machine'
import { valueOf } from '../../contracts/projectStoreContract'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const file = (name: string, text: string): OpenedFile => ({ kind: 'read', name, bytes: bytes(text) })
const backup = (name: string): OpenedFile => file(name, 'yihu backup 1\n…')
const sealed = (name: string): OpenedFile => file(name, 'age-encryption.org/v1\n…')
const codes = (files: readonly OpenedFile[]) => sortOpened(files).problems.map(({ code }) => code)

describe('fileKind', () => {
  it('knows a backup and a package as the app writes them', async () => {
    const machine = aMachine(new LossyFiles(), new MemoryIndexShelf())
    const store = valueOf(await machine.createProject())
    expect(fileKind(await machine.shelf.backup(store.projectId))).toBe('backup')
    const { recipient } = await newDeviceKeys()
    expect(fileKind(await sealTo([recipient], bytes('zip')))).toBe('package')
  })

  it('knows nothing else, also what only begins like it', () => {
    expect(
      ['', 'yihu back', 'yihu lake', 'PK', 'age-encryption.org/v2\n'].map((text) => fileKind(bytes(text))),
    ).toEqual([null, null, null, null, null])
  })
})

describe('sortOpened', () => {
  it('goes by what is in a file, whatever it is called', () => {
    expect(sortOpened([backup('a.yihu')]).backup?.name).toBe('a.yihu')
    expect(sortOpened([sealed('a.yihu-backup')]).packages.map(({ name }) => name)).toEqual(['a.yihu-backup'])
  })

  it('takes packages together', () => {
    expect(sortOpened([sealed('a'), sealed('b')])).toMatchObject({
      backup: null,
      packages: [{}, {}],
      problems: [],
    })
  })

  it('takes a backup only by itself', () => {
    for (const files of [
      [backup('a'), sealed('b')],
      [backup('a'), backup('b')],
    ]) {
      expect(sortOpened(files)).toMatchObject({
        backup: null,
        packages: [],
        problems: [{ code: 'opened_mixed' }],
      })
    }
  })

  it('names what is of no use, and takes the rest', () => {
    const files: readonly OpenedFile[] = [
      { kind: 'folder', name: 'f' },
      { kind: 'failed', name: 'g', code: 'ENOENT' },
      { kind: 'failed', name: 'h', code: 'EACCES' },
      file('e', ''),
      file('u', '=cmd()'),
      sealed('a'),
    ]
    expect(codes(files)).toEqual([
      'opened_folder',
      'opened_gone',
      'opened_failed',
      'opened_empty',
      'opened_unknown',
    ])
    expect(sortOpened(files).packages).toHaveLength(1)
    expect(sortOpened(files).problems[2]?.details).toEqual({ code: 'EACCES' })
  })
})
