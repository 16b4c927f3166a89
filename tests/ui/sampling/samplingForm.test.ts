import { describe, expect, it } from 'vitest'
import {
  faultyFields,
  faultyTypes,
  fieldBounds,
  keysIn,
  NEW_FORM,
  planOf,
  type SamplingForm,
} from '../../../src/ui/sampling/samplingForm'
import { someHouseholds } from '../../builders/aFrame'

const FRAME = [...someHouseholds(6), ...someHouseholds(4, { village: '泉村', type: 'poor' })]
const BOUNDS = fieldBounds(10, 2)

const faults = (part: Partial<SamplingForm>): readonly string[] =>
  faultyFields({ ...NEW_FORM, households: 5, ...part }, BOUNDS)

describe('the form of a draw', () => {
  it('becomes a plan: percents as shares, types of the list, supervised villages that it has', () => {
    const form: SamplingForm = {
      ...NEW_FORM,
      sizeBy: 'margin',
      marginPercent: 3,
      without: ['poor'],
      visited: ' a \n\nb\r\na',
      seed: ' 掷骰 3 ',
    }
    expect(planOf(form, FRAME, new Set(['泉村', '别县/村']))).toEqual({
      seed: '掷骰 3',
      design: 'stratified',
      place: 'township',
      size: { by: 'margin', margin: 0.03, share: 0.5, designEffect: 1 },
      villages: null,
      types: ['exited'],
      supervised: ['泉村'],
      marked: { households: [], rate: 1 },
      visited: { households: ['a', 'b'], rate: 0 },
      reserve: 0.2,
    })
  })
  it('asks for villages in a cluster design alone, and for no size where everybody is drawn', () => {
    expect(planOf({ ...NEW_FORM, design: 'cluster', villages: 2 }, FRAME, new Set()).villages).toBe(2)
    expect(faults({ design: 'cluster' })).toEqual(['villages'])
    expect(faults({ design: 'all', households: '' })).toEqual([])
    expect(faults({ households: '' })).toEqual(['households'])
  })
  it('takes a number for each type that is wanted', () => {
    const types = new Map([
      ['exited', 6],
      ['poor', 4],
    ] as const)
    const form: SamplingForm = { ...NEW_FORM, sizeBy: 'type', ofType: { exited: 6, poor: 5 } }
    expect(faultyTypes(form, types)).toEqual(['poor'])
    expect(faultyTypes({ ...form, ofType: { exited: 1.5 } }, types)).toEqual(['exited', 'poor'])
    expect(faultyTypes({ ...form, without: ['poor'] }, types)).toEqual([])
    expect(faults({ sizeBy: 'type', households: '' })).toEqual([])
    const { size } = planOf({ ...form, without: ['poor'] }, FRAME, new Set())
    expect(size).toEqual({ by: 'type', households: { exited: 6 } })
  })
  it('takes numbers at their bounds and none outside', () => {
    expect(faults({ households: 1 })).toEqual([])
    expect(faults({ households: 10 })).toEqual([])
    expect(faults({ households: 0 })).toEqual(['households'])
    expect(faults({ households: 11 })).toEqual(['households'])
    expect(faults({ households: 2.5 })).toEqual(['households'])
    expect(faults({ markedRate: 0.9 })).toEqual(['markedRate'])
    expect(faults({ markedRate: 1.5 })).toEqual([])
    expect(faults({ sizeBy: 'margin', marginPercent: 51 })).toEqual(['marginPercent'])
  })
  it('reads keys a line each', () => expect(keysIn('\n 1\n2 \n1')).toEqual(['1', '2']))
})
