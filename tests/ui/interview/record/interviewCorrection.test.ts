import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { reopeningsIn } from '../../../../src/domain/interview/reopenings'
import { aHousehold } from '../../../builders/aHousehold'
import { anOpenInterview } from '../../../builders/anOpenInterview'

let open: Awaited<ReturnType<typeof anOpenInterview>>

/** Food is answered, and the visit ended. */
beforeEach(async () => {
  open = await anOpenInterview()
  await open.goTo({ question: 'food_enough' })
  await open.input.evidence('observed')
  await open.input.digit(1)
  await open.interview.close({ outcome: 'completed', why: '', overrides: [] }, new Map())
  expect(await open.interview.open(aHousehold())).toBe(true)
})

describe('a finished interview', () => {
  it('is shown from its first question, and nothing that is pressed changes it', async () => {
    const { changes } = open.interview
    expect([open.interview.isLocked, open.interview.focus]).toEqual([true, 0])
    await open.goTo({ question: 'food_enough' })
    await open.input.digit(3)
    await open.input.evidence('other')
    await open.input.next()
    await open.goTo({ question: 'note' })
    open.input.text = '门口'
    await open.input.settle()
    await open.goTo({ question: 'support_received' })
    await open.input.digit(1)
    await open.input.settle()
    open.input.draw([[1, 1]])
    await open.interview.addMember()
    await open.goTo('new line')
    await open.input.digit(1)
    await open.input.digit(1)
    await open.input.undo()
    await open.interview.close({ outcome: 'refused', why: '不愿', overrides: [] }, new Map())
    await open.interview.typed.flush()
    expect(open.interview.changes).toBe(changes)
    expect(open.interview.isWhyAsked).toBe(true)
  })

  it('wants a reason that is not empty', () => {
    expect([open.interview.beginCorrection('  '), open.interview.isLocked]).toEqual([false, true])
  })

  it('is changed with the reason at each change, and by nothing that was there already', async () => {
    const { length } = open.interview.changes
    open.interview.beginCorrection('先听错了')
    await open.goTo({ question: 'food_enough' })
    await open.input.next()
    expect(open.interview.changes).toHaveLength(length)

    await open.goTo({ question: 'food_enough' })
    await open.input.digit(1)
    expect(open.interview.changes).toHaveLength(length)
    await open.goTo({ question: 'food_enough' })
    await open.input.digit(3)
    await open.interview.addMember()
    await nextTick()
    const later = open.interview.changes.slice(length)
    expect(later.map(({ path }) => path.replace(/members\/[^/]+/, 'members'))).toEqual([
      'reopened',
      'food_enough',
      'members',
      'members/member_status',
    ])
    expect(later.slice(1).map(({ reason }) => reason)).toEqual(['先听错了', '先听错了', '先听错了'])
    expect(reopeningsIn(open.interview.changes)).toMatchObject([{ reason: '先听错了', by: '甲', changes: 3 }])
  })

  it('has its verdict before beside the one after', async () => {
    open.interview.beginCorrection('先听错了')
    await open.goTo({ question: 'food_enough' })
    await open.input.evidence('observed')
    await open.input.evidence('document')
    await open.input.digit(3)
    const { correction, verdict } = open.interview
    expect(correction?.before?.criteria?.food.result).toBe('undetermined')
    expect(verdict?.criteria?.food.result).toBe('unmet')
  })

  it('asks again when it is opened again', async () => {
    open.interview.beginCorrection('先听错了')
    await open.interview.open(aHousehold())
    expect(open.interview.isLocked).toBe(true)
  })
})

describe('an interview that is not finished', () => {
  it('goes on without a reason when the visit was broken off', async () => {
    const other = await anOpenInterview()
    await other.interview.close({ outcome: 'partial', why: '天黑', overrides: [] }, new Map())
    await other.interview.open(aHousehold())
    expect(other.interview.isLocked).toBe(false)
  })
})

describe('a correction that leaves a check open', () => {
  /** Cadres are in the room: a warning that wants a reason. */
  async function correct(): Promise<void> {
    open.interview.beginCorrection('先听错了')
    await open.goTo({ question: 'cadres_absent' })
    await open.input.digit(2)
    await nextTick()
  }

  it('is shown as left open, and goes on with its reason and its verdict before when it is opened again', async () => {
    await correct()
    expect(open.interview.isLeftOpen).toBe(true)
    const before = open.interview.correction?.before?.conclusion
    await open.interview.open(aHousehold())
    expect(open.interview.isLocked).toBe(false)
    expect(open.interview.correction).toMatchObject({ reason: '先听错了', before: { conclusion: before } })
    await open.goTo({ question: 'food_enough' })
    await open.input.digit(3)
    expect(reopeningsIn(open.interview.changes)).toHaveLength(1)
  })

  it('is over once the checks are explained', async () => {
    await correct()
    const overrides = open.interview.openChecks.map(({ check, refs }) => ({
      check,
      place: refs[0] ?? {},
      reason: '是邻居',
    }))
    expect(overrides).not.toEqual([])
    await open.interview.close({ outcome: 'completed', why: '', overrides }, new Map())
    expect(open.interview.isLeftOpen).toBe(false)
    await open.interview.open(aHousehold())
    expect([open.interview.isLocked, open.interview.correction]).toEqual([true, null])
  })

  it('does not begin with a reason alone', async () => {
    open.interview.beginCorrection('先听错了')
    expect(open.interview.isLeftOpen).toBe(false)
  })
})
