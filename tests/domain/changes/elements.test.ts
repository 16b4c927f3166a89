import { describe, expect, it } from 'vitest'
import { elementOfPath, elementsOf } from '../../../src/domain/changes/elements'
import { foldChanges } from '../../../src/domain/changes/foldChanges'
import { aChange, anId } from './aChange'

const made = aChange({ id: anId('a', 1), path: `lines/${anId('a', 1)}`, value: true })
const alsoMade = aChange({ id: anId('b', 1), path: `lines/${anId('b', 1)}`, value: true })

describe('elementsOf', () => {
  it('never fuses two lines when two laptops add one each without knowing', () => {
    expect(elementsOf(foldChanges([alsoMade, made]), 'lines').map((line) => line.id)).toEqual([
      anId('a', 1),
      anId('b', 1),
    ])
  })

  it('is removed when its path is set to null', () => {
    const removal = aChange({
      id: anId('a', 2),
      lamport: 2,
      path: made.path,
      value: null,
      replaces: [made.id],
    })
    expect(elementsOf(foldChanges([made, removal]), 'lines')).toEqual([
      { id: anId('a', 1), presence: 'removed' },
    ])
  })

  it('is contested when one laptop removes it while another brings it back', () => {
    const removal = aChange({
      id: anId('a', 2),
      lamport: 2,
      path: made.path,
      value: null,
      replaces: [made.id],
    })
    const kept = aChange({ id: anId('b', 2), lamport: 2, path: made.path, value: true, replaces: [made.id] })
    expect(elementsOf(foldChanges([made, removal, kept]), 'lines')).toEqual([
      { id: anId('a', 1), presence: 'contested' },
    ])
  })

  it('does not list what only has answers, such as a member of the roster', () => {
    expect(elementsOf(foldChanges([aChange({ path: 'members/m-1/insurance' })]), 'members')).toEqual([])
  })
})

describe('elementOfPath', () => {
  it('splits list, element and the rest', () => {
    expect(elementOfPath('members/m-1/health/0')).toEqual({ list: 'members', id: 'm-1', rest: 'health/0' })
  })

  it('is undefined for a path that lies in no list', () => {
    expect(elementOfPath('food_enough')).toBeUndefined()
  })
})
