import { describe, expect, it } from 'vitest'
import { filesIn } from '../../../electron/main/filesIn'

const LINUX = { platform: 'linux' } as const

describe('filesIn', () => {
  it('finds the files among the words, from the folder they were named in', () => {
    const argv = ['/opt/Yihu/yihu', '三户.yihu', '/media/stick/a b.yihu-backup']
    expect(filesIn(argv, '/home/li', LINUX)).toEqual(['/home/li/三户.yihu', '/media/stick/a b.yihu-backup'])
  })

  it('takes no switch for a file, nor what a second start adds', () => {
    const argv = ['yihu', '--profile=/tmp/x.yihu', '--allow-file-access-from-files', '-x.yihu', '', '/a.yihu']
    expect(filesIn(argv, '/', LINUX)).toEqual(['/a.yihu'])
    expect(filesIn(['yihu.exe', '/prefetch:1'], '/', { platform: 'win32' })).toEqual([])
  })

  it('reads file addresses, and no other ones', () => {
    const argv = [
      'yihu',
      'file:///tmp/a%20b.yihu',
      'FILE:///tmp/c.yihu',
      'https://example.org/d.yihu',
      'file://%',
    ]
    expect(filesIn(argv, '/', LINUX)).toEqual(['/tmp/a b.yihu', '/tmp/c.yihu'])
  })

  it("passes over the app's folder of a development run", () => {
    const argv = ['electron', '--no-sandbox', '/checkout', '/a.yihu']
    expect(filesIn(argv, '/', { ...LINUX, defaultApp: true })).toEqual(['/a.yihu'])
  })
})
