import { describe, expect, it } from 'vitest'
import { errorFact } from '../../../src/application/diagnostics/errorFact'

const SCRIPTS = new Set(['index-a1b2c3d4.js'])
const AT = '2020-07-15T08:00:00.000Z'

function failing(message: string, stack: string, code?: string): Error {
  const error = Object.assign(new TypeError(message), code === undefined ? {} : { code })
  error.stack = stack
  return error
}

describe('what is kept of an error', () => {
  it('is its kind, the system’s code and the places in our own scripts', () => {
    const stack = [
      'TypeError: no household 王秀英',
      '    at read (app://yihu/assets/index-a1b2c3d4.js:12:345)',
      '    at async app://yihu/assets/index-a1b2c3d4.js:7:8',
      '    at other (https://example.org/foreign.js:1:2)',
    ].join('\n')
    expect(errorFact(failing('no household 王秀英', stack, 'ENOSPC'), AT, SCRIPTS)).toEqual({
      at: AT,
      name: 'TypeError',
      code: 'ENOSPC',
      frames: ['index-a1b2c3d4.js:12:345', 'index-a1b2c3d4.js:7:8'],
    })
  })

  it('is nothing of a message, even of one that looks like a stack', () => {
    const message = 'in\n    at 王秀英 (app://yihu/assets/index-a1b2c3d4.js:13987:6543)\n    at 张伟.js:1:1'
    const stack = `TypeError: ${message}\n    at read (app://yihu/assets/index-a1b2c3d4.js:12:345)`
    expect(errorFact(failing(message, stack), AT, SCRIPTS).frames).toEqual(['index-a1b2c3d4.js:12:345'])
  })

  it('is no text of what was thrown that is no error', () => {
    expect(errorFact('王秀英', AT, SCRIPTS)).toEqual({ at: AT, name: 'Error', code: null, frames: [] })
  })
})
