import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseProfile } from '../../../electron/main/profile'

describe('chooseProfile', () => {
  it('is left to the system when nothing names one', () => {
    expect(chooseProfile(['yihu'], {})).toBeNull()
    expect(chooseProfile(['yihu'], { YIHU_PROFILE: '' })).toBeNull()
    expect(chooseProfile(['yihu', '--profile='], {})).toBeNull()
  })

  it('is what the environment names', () => {
    expect(chooseProfile(['yihu'], { YIHU_PROFILE: '/media/stick' })).toBe(resolve('/media/stick'))
  })

  it('is what the command line names, before the environment', () => {
    expect(chooseProfile(['yihu', '--profile=/a b'], { YIHU_PROFILE: '/media/stick' })).toBe(resolve('/a b'))
  })
})
