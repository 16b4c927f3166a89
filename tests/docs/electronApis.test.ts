import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { electronPackageFolder, pinnedVersion } from '../../electron/launch/pinnedRuntime'
import { PROJECT_FOLDER } from '../../electron/launch/projectFolder'
import { restoredTypes } from '../run/restoredTypesProject'
import { compareApis, electronApiTable, type ComparedApi } from './electronApiTable'
import { compareDocument } from './generatedPart'

let apis: readonly ComparedApi[] | null = null
beforeAll(async () => {
  // The older edition's types come from npm, once; without them there is nothing to compare.
  const restored = await restoredTypes().catch(() => null)
  if (restored === null) return
  apis = compareApis({ restored, pinned: join(electronPackageFolder(), 'electron.d.ts') })
})

describe('Electron’s API as the app names it', () => {
  it('is there in the edition that tests run on, and in the one that ships', ({ skip }) => {
    if (apis === null) return skip('types of the older Electron cannot be had')
    const lacking = apis.filter(({ restored, pinned }) => restored === null || pinned === null)
    expect(lacking).toEqual([])
  })

  it('stands in docs/electron.md with what differs', async ({ skip }) => {
    if (apis === null) return skip('types of the older Electron cannot be had')
    const part = electronApiTable(apis, await pinnedVersion())
    const { now, fresh } = compareDocument(part)
    if (process.env['YIHU_WRITE_DOCS'] === '1') writeFileSync(join(PROJECT_FOLDER, part.document), fresh)
    else expect(now, 'renew it: YIHU_WRITE_DOCS=1 npx vitest run tests/docs/electronApis.test.ts').toBe(fresh)
  })
})
