import { describe, expect, it } from 'vitest'
import { closeVisit } from '../../../../src/application/interview/closeVisit'
import { digest } from '../../../../src/adapters/crypto/digest'
import { CURRENT_INSTRUMENT, KNOWN_FORMS } from '../../../../src/adapters/resources/instruments'
import { QUALITY_THRESHOLDS } from '../../../../src/adapters/resources/qualityChecks'
import { beginInterview, recordAnswers } from '../../../../src/application/interview/recordAnswers'
import { assignBackcheck } from '../../../../src/application/rounds/backchecks'
import type { ProjectStore } from '../../../../src/application/store/ProjectStore'
import { QualityDesk } from '../../../../src/application/team/desk/qualityDesk'
import { setThreshold, thresholdsOf } from '../../../../src/application/team/desk/qualityThresholds'
import { listedPersons } from '../../../../src/domain/quality/QualityCase'
import type { RosterHousehold } from '../../../../src/domain/roster/Roster'
import { aHousehold, aMember } from '../../../builders/aHousehold'
import { aTeam } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'

const ID = '110101198005050011'

async function work(store: ProjectStore, households: readonly RosterHousehold[]) {
  const changes = await store.changesOfHouseholds(households.map(({ id }) => id))
  return households.map((household) => ({
    listed: listedPersons(household),
    changes: changes.get(household.id) ?? [],
  }))
}

describe('the quality desk', () => {
  it('finds an ID number of two villages of two counties, with and without an interview', async () => {
    const { first } = await aTeam()
    const members = [aMember({ id: 'm1', idNumber: ID })]
    const visited = aHousehold({ id: '1', county: '甲县', village: '甲村', members })
    const other = aHousehold({ id: '2', county: '乙县', village: '乙村', members })
    await first.answer('1', 'visit_outcome', 'completed')
    const desk = new QualityDesk({ ...KNOWN_FORMS, digest })
    desk.take({
      unread: await work(first.store, [visited]),
      known: [{ listed: listedPersons(other), interviews: [] }],
    })
    const sameId = () => desk.find(QUALITY_THRESHOLDS).filter(({ check }) => check === 'same_id')
    expect(sameId().map(({ entries }) => entries)).toEqual([
      [
        { household: '1', interview: '1/first/1', assessor: '甲' },
        { household: '2', interview: null, assessor: '' },
      ],
    ])
    // Once the other is visited too, its interview takes the list's place.
    await first.answer('2', 'visit_outcome', 'not_home')
    desk.take({ unread: await work(first.store, [other]), known: [] })
    expect(sameId().map(({ entries }) => entries.map(({ interview }) => interview))).toEqual([
      ['1/first/1', '2/first/1'],
    ])
  })

  it('lists warnings passed over by their check, and counts a lead’s comments as nobody’s work', async () => {
    const { lead } = await aTeam()
    const id = '1/first/1'
    await lead.answer('1', 'visit_outcome', 'completed')
    valueOf(
      await closeVisit(
        lead.store,
        id,
        {
          outcome: 'completed',
          why: '',
          replies: [],
          overrides: [{ check: 'many_rooms', place: { member: 'm1' }, reason: '确实如此' }],
        },
        lead.author,
      ),
    )
    const said = { entity: 'interview', entityId: id, person: '组长', at: '2020-07-15T01:05:00Z' } as const
    valueOf(await lead.store.write([{ ...said, path: 'returned/interview', value: '再看看' }]))
    const desk = new QualityDesk({ ...KNOWN_FORMS, digest })
    desk.take({ unread: await work(lead.store, [aHousehold({ id: '1' })]), known: [] })
    const lines = desk.find(QUALITY_THRESHOLDS)
    expect(lines.map(({ check, value }) => [check, value])).toEqual([
      ['too_short', 0],
      ['overridden', 1],
    ])
    expect(lines[1]?.about).toEqual({
      kind: 'warnings',
      warnings: [{ check: 'many_rooms', reason: '确实如此' }],
    })
  })

  it('compares a back-check once it is closed, as the back-checks’ page does', async () => {
    const { lead } = await aTeam()
    const { store, author } = lead
    const questions = ['food_enough', 'food_protein', 'clothing_season', 'bedding', 'water_quantity']
    const all = questions.map(
      (question) => ({ ref: { question }, value: 'a', evidence: 'respondent' }) as const,
    )
    const outcome = { ref: { question: 'visit_outcome' }, value: 'completed', evidence: 'observed' } as const
    const version = CURRENT_INSTRUMENT
    valueOf(await beginInterview(store, '2/first/1', version, author))
    valueOf(await recordAnswers(store, '2/first/1', [...all, outcome], author))
    const checker = { person: '乙', at: author.at }
    valueOf(await store.write([{ entity: 'person', entityId: '乙', path: 'name', value: '乙', ...author }]))
    valueOf(await assignBackcheck(store, '2', '乙', author))
    valueOf(await beginInterview(store, '2/backcheck/1', version, checker))
    const differing = all.map((each, index) => ({ ...each, value: index === 0 ? 'b' : 'a' }))
    valueOf(await recordAnswers(store, '2/backcheck/1', differing, checker))
    const differs = async () => {
      const desk = new QualityDesk({ ...KNOWN_FORMS, digest })
      desk.take({ unread: await work(store, [aHousehold({ id: '2' })]), known: [] })
      return desk.find(QUALITY_THRESHOLDS).filter(({ check }) => check === 'back_check_differs')
    }
    expect(await differs()).toEqual([])
    valueOf(await recordAnswers(store, '2/backcheck/1', [outcome], checker))
    expect(await differs()).toMatchObject([{ assessors: ['组长'], value: 0.2 }])
  })
})

describe('a threshold', () => {
  it('is the shipped one until the lead chooses another with a reason; both are kept', async () => {
    const { lead } = await aTeam()
    const { store, author } = lead
    const because = (reason: string) => ({ ...author, reason })
    for (const bad of [0, -1, Number.NaN, Infinity])
      expect(await setThreshold(store, 'too_short', bad, because('太松'))).toMatchObject({
        problems: [{ code: 'quality_threshold_bad' }],
      })
    expect(await setThreshold(store, 'too_short', 15, because(' '))).toMatchObject({
      problems: [{ code: 'reason_missing' }],
    })
    expect((await thresholdsOf(store, QUALITY_THRESHOLDS)).thresholds).toEqual(QUALITY_THRESHOLDS)
    valueOf(await setThreshold(store, 'too_short', 15, because('山路远')))
    valueOf(await setThreshold(store, 'too_short', 18, because('还是太松')))
    const { thresholds, changes } = await thresholdsOf(store, QUALITY_THRESHOLDS)
    expect(thresholds).toEqual({ ...QUALITY_THRESHOLDS, too_short: 18 })
    expect(changes.map(({ check, value, reason }) => [check, value, reason])).toEqual([
      ['too_short', 18, '还是太松'],
      ['too_short', 15, '山路远'],
    ])
  })
})
