import { afterEach, describe, expect, it, vi } from 'vitest'
import { openDevice } from '../../../../src/ui/shared/attachments/openDevice'

afterEach(() => vi.unstubAllGlobals())

describe('a camera or microphone that gives nothing', () => {
  it.each([
    ['NotAllowedError', 'refused'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
    ['NotFoundError', 'none'],
    ['OverconstrainedError', 'none'],
  ])('is recognised by %s as %s', async (name, fault) => {
    const getUserMedia = () => Promise.reject(new DOMException('', name))
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } })
    expect(await openDevice({ video: true })).toBe(fault)
  })

  it('is none where the page may ask for none', async () => {
    vi.stubGlobal('navigator', {})
    expect(await openDevice({ video: true })).toBe('none')
  })
})
