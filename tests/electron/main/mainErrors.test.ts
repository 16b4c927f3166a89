import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { mainErrors } from '../../../electron/main/mainErrors'

describe('errors of the main process', () => {
  it('are kept without their messages, the last fifty of them', () => {
    const process = new EventEmitter()
    const errors = mainErrors(process)
    for (let nth = 0; nth < 60; nth++) {
      const error = Object.assign(new RangeError(`王秀英 ${nth}`), { code: 'ENOSPC' })
      error.stack = `RangeError: 王秀英 ${nth}\n    at save (/home/wangxy/app.asar/dist/electron/main.cjs:${nth + 1}:5)\n    at node:internal/x:1:2`
      process.emit('uncaughtExceptionMonitor', error)
    }
    expect(errors).toHaveLength(50)
    expect(errors.at(-1)).toEqual({
      at: expect.stringMatching(/^\d{4}-/) as unknown,
      name: 'RangeError',
      code: 'ENOSPC',
      frames: ['main.cjs:60:5'],
    })
  })

  it('are told of without what was thrown, where that is no error', () => {
    const process = new EventEmitter()
    const errors = mainErrors(process)
    process.emit('uncaughtExceptionMonitor', '王秀英')
    expect(JSON.stringify(errors)).not.toContain('王秀英')
    expect(errors).toHaveLength(1)
  })
})
