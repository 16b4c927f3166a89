import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sendCheckers } from '../../../../../src/domain/programmes/census/check/sendCheckers'

const VILLAGES = [
  { village: '东', households: ['e1', 'e2', 'e3'] },
  { village: '西', households: ['w1', 'w2'] },
  { village: '北', households: ['n1'] },
]

function sentBy(owned: Readonly<Record<string, readonly string[]>>) {
  const { sent, nobody } = sendCheckers(
    VILLAGES,
    Object.keys(owned),
    (checker, household) => owned[checker]?.includes(household) !== true,
  )
  return { sent: Object.fromEntries(sent), nobody }
}

describe('who checks', () => {
  it('is one for a village, whoever has fewest so far', () => {
    expect(sentBy({ 甲: [], 乙: [] }).sent).toEqual({
      e1: '甲', e2: '甲', e3: '甲', w1: '乙', w2: '乙', n1: '乙',
    }) // prettier-ignore
  })
  it('is never who answered there: another takes the whole village, or what is left of it', () => {
    expect(sentBy({ 甲: ['e2'], 乙: [] }).sent).toMatchObject({ e1: '乙', e2: '乙', e3: '乙', w1: '甲' })
    expect(sentBy({ 甲: ['e2'], 乙: ['e1', 'e3'] }).sent).toMatchObject({ e1: '甲', e2: '乙', e3: '甲' })
  })
  it('is nobody where all answered', () => {
    expect(sentBy({ 甲: ['n1'], 乙: ['n1'] }).nobody).toEqual(['n1'])
  })
  it('is somebody for every household that anybody may go to', () => {
    const all = VILLAGES.flatMap(({ households }) => households)
    fc.assert(
      fc.property(fc.subarray(all), fc.subarray(all), (first, second) => {
        const { sent, nobody } = sentBy({ 甲: first, 乙: second })
        expect([...nobody].sort()).toEqual(
          all.filter((each) => first.includes(each) && second.includes(each)).sort(),
        )
        for (const household of all.filter((each) => !nobody.includes(each)))
          expect({ 甲: first, 乙: second }[sent[household] ?? '']).not.toContain(household)
      }),
    )
  })
})
