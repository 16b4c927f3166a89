import { describe, expect, it } from 'vitest'
import { dealSpares } from '../../../src/domain/team/dealSpares'

const spares = (...people: readonly (string | null)[]) =>
  people.map((villagePerson, index) => ({ id: `r${index + 1}`, villagePerson }))
const holdings = (counts: Readonly<Record<string, number>>, nobodys = 0) =>
  new Map<string | null, number>([
    ...Object.entries(counts),
    ...(nobodys === 0 ? [] : [[null, nobodys] as const]),
  ])

describe('spares of a stratum', () => {
  it('are dealt in proportion to the places that people have', () => {
    // 6 and 3 places, 3 spares: 6/1, 6/2 = 3/1, so two and one.
    const dealt = dealSpares(holdings({ 甲: 6, 乙: 3 }), new Map(), spares(null, null, null))
    expect([...dealt.values()].sort()).toEqual(['乙', '甲', '甲'])
  })
  it('go to the person of their village first, as long as that is his share', () => {
    const dealt = dealSpares(holdings({ 甲: 5, 乙: 5 }), new Map(), spares('乙', '乙', '甲', null))
    expect([...dealt]).toEqual([
      ['r1', '乙'],
      ['r2', '乙'],
      ['r3', '甲'],
      ['r4', '甲'],
    ])
    const far = dealSpares(holdings({ 甲: 5, 乙: 5 }), new Map(), spares('乙', '乙'))
    expect([...far.values()].sort()).toEqual(['乙', '甲'])
  })
  it('stay with the lead for places that are nobody’s, and where nobody has a place', () => {
    expect(dealSpares(holdings({ 甲: 5 }, 5), new Map(), spares('甲', '甲'))).toEqual(new Map([['r1', '甲']]))
    expect(dealSpares(new Map(), new Map(), spares('甲'))).toEqual(new Map())
  })
  it('count what was handed out before', () => {
    const dealt = dealSpares(holdings({ 甲: 5, 乙: 5 }), new Map([['甲', 1]]), spares('甲'))
    expect(dealt).toEqual(new Map([['r1', '乙']]))
  })
})
