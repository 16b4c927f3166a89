import { expect, it } from 'vitest'
import { textsOf } from '../../../src/adapters/resources/texts'

const notSaved = (code: string) =>
  textsOf('zh-CN').problem({
    code: 'not_saved',
    severity: 'error',
    place: {},
    value: null,
    details: { side: 'journal', code },
  })

it.each([
  ['ENOSPC', '磁盘满了'],
  ['QuotaExceededError', '磁盘满了'],
  ['EROFS', '写保护'],
  ['EACCES', '没有写入的权限'],
  ['EBUSY', '占用'],
  ['EIO', '插头'],
])('says what helps where nothing was saved for %s, without the code', (code, advice) => {
  const { message, remedy } = notSaved(code)
  expect(remedy).toContain(advice)
  expect(message + remedy).not.toContain(code)
})

it('says only to try again where the cause is not known', () => {
  expect(notSaved('LOCKED').remedy).toMatch(/^再点/)
})
