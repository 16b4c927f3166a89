import fc from 'fast-check'
import { expect, it } from 'vitest'
import { headsText } from '../../../src/domain/changes/headsText'
import { aChange, anId } from './aChange'
import { someHistory } from './someHistory'

it('is the same text for every order of the changes', () => {
  fc.assert(fc.property(someHistory, (history) => headsText([...history].reverse()) === headsText(history)))
})

it('changes when an answer is replaced by an equal one, since somebody confirmed it', () => {
  const first = aChange()
  const again = aChange({ id: anId('a', 2), lamport: 2, replaces: [first.id] })
  expect(headsText([first, again])).not.toBe(headsText([first]))
})

it('distinguishes the same path of two interviews', () => {
  const other = aChange({ id: anId('b', 1), entityId: '5201010001/first/2' })
  expect(headsText([aChange(), other]).split('\n')).toHaveLength(2)
})
