import { expect, it } from 'vitest'
import { refusedSwitches } from '../../../electron/main/refusedSwitches'

it.each([
  '--remote-debugging-port=9222',
  '-remote-debugging-port=0',
  '/remote-debugging-port=0',
  '--REMOTE-DEBUGGING-PIPE',
  '--remote-allow-origins=*',
  '--js-flags=--allow-natives-syntax',
])('a release does not start with %s', (word) => {
  expect(refusedSwitches(['--profile=x', word])).toEqual([word])
})

it('a release starts with what users and systems give', () => {
  expect(refusedSwitches(['--profile=/home/x/js-flags', '--no-sandbox', '/home/x/list.yihu', ''])).toEqual([])
})
