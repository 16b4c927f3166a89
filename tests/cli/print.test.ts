import { expect, it } from 'vitest'
import { printable } from '../../src/cli/print'

it('a text is printed without marks that a terminal obeys', () => {
  expect(printable('甲\u001b[2J\u009b1m\r\u202e乙\t丙\n')).toBe('甲\\u001b[2J\\u009b1m\\u000d\\u202e乙\t丙\n')
})

it('a document in JSON means the same when it is printed', () => {
  const name = '甲\u001b[2J\u0085\u2066乙\u007f'
  const text = printable(JSON.stringify({ name }))
  expect(text).toMatch(/^[ -~甲乙]*$/)
  expect(JSON.parse(text)).toEqual({ name })
})
