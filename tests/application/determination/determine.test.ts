import { beforeEach, describe, expect, it } from 'vitest'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import {
  confirmDetermination,
  confirmDeterminations,
} from '../../../src/application/determination/confirmDetermination'
import { determinationsOf } from '../../../src/application/determination/determinationsOf'
import { determine, takeBackDetermination } from '../../../src/application/determination/determine'
import { uncountedConfirmations } from '../../../src/application/determination/uncountedConfirmations'
import { recordRebuttal } from '../../../src/application/determination/recordRebuttal'
import { addPerson } from '../../../src/application/store/addPerson'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import type { Change } from '../../../src/domain/changes/Change'
import {
  finalSuspicion,
  isWrongInclusion,
  type Determination,
} from '../../../src/domain/programmes/assessment/determination/Determination'
import type { Json } from '../../../src/domain/shared/Json'
import type { Result } from '../../../src/domain/shared/Result'

const AT = '2020-12-31T08:00:00Z'
const HOUSEHOLD = '村/户1'
let store: ProjectStore

beforeEach(async () => {
  store = await aStore()
})

async function aStore(): Promise<ProjectStore> {
  const made = new MemoryStore('test', newReplica())
  for (const id of ['甲', '乙', '丙']) value(await addPerson(made, { id, name: id, enteredBy: '甲', at: AT }))
  return made
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.problems[0]?.code
}

async function decided(
  determination: Determination,
  person: string,
  where = store,
  household = HOUSEHOLD,
): Promise<Change> {
  const request = {
    household,
    determination,
    reason: '核查过',
    status: 'exited',
    conclusion: 'suspected_wrong_exit',
  } as const
  return value(await determine(where, request, { person, at: AT }))
}

const confirmed = (decision: Change, person: string, where = store) =>
  confirmDetermination(where, HOUSEHOLD, decision.id, { person, at: AT })

async function found(where = store) {
  const determinations = (await determinationsOf(where)).get(HOUSEHOLD)
  if (determinations === undefined) throw new Error('nothing was said')
  return determinations
}

describe('determinations confirmed together', () => {
  const OTHER = '村/户2'
  const wanted = (decisions: readonly Change[]) =>
    decisions.map(({ id, entityId }) => ({ household: entityId, decision: id }))

  it('are each confirmed by itself, with the one reason', async () => {
    const decisions = [await decided('wrong_exit', '甲'), await decided('exit_confirmed', '丙', store, OTHER)]
    const author = { person: '乙', at: AT, reason: ' 看过照片 ' }
    const written = value(await confirmDeterminations(store, wanted(decisions), author))
    expect(written.map(({ entityId, reason }) => [entityId, reason])).toEqual([
      [HOUSEHOLD, '看过照片'],
      [OTHER, '看过照片'],
    ])
    for (const { suspicion } of (await determinationsOf(store)).values())
      expect(suspicion).toMatchObject({
        state: 'final',
        decision: { confirmedBy: '乙', confirmedReason: '看过照片' },
      })
  })
  it('are none of them confirmed where one is the confirmer’s own, or revised since, and each is told', async () => {
    const own = await decided('wrong_exit', '乙')
    const stale = await decided('wrong_exit', '甲', store, OTHER)
    await decided('exit_confirmed', '甲', store, OTHER)
    const third = await decided('wrong_exit', '甲', store, '村/户3')
    const author = { person: '乙', at: AT, reason: '看过照片' }
    const refused = await confirmDeterminations(store, wanted([own, stale, third]), author)
    expect(refused).toMatchObject({
      ok: false,
      problems: [
        { code: 'determination_confirmed_by_same_person', details: { household: HOUSEHOLD } },
        { code: 'determination_not_current', details: { household: OTHER } },
      ],
    })
    for (const { suspicion } of (await determinationsOf(store)).values())
      expect(suspicion.state).toBe('unconfirmed')
  })
  it('need a reason', async () => {
    const decision = await decided('wrong_exit', '甲')
    const author = { person: '乙', at: AT, reason: ' ' }
    expect(codeOf(await confirmDeterminations(store, wanted([decision]), author))).toBe('reason_missing')
  })
})

describe('a determination', () => {
  it('is final once a second person confirmed it', async () => {
    const decision = await decided('wrong_exit', '甲')
    expect(finalSuspicion(await found())).toBe(null)
    value(await confirmed(decision, '乙'))
    expect(finalSuspicion(await found())).toBe('wrong_exit')
    expect((await found()).suspicion).toMatchObject({
      state: 'final',
      decision: { by: '甲', confirmedBy: '乙', reason: '核查过' },
    })
  })
  it('is not confirmed by whoever made it', async () => {
    const decision = await decided('wrong_exit', '甲')
    expect(codeOf(await confirmed(decision, '甲'))).toBe('determination_confirmed_by_same_person')
    expect((await found()).suspicion.state).toBe('unconfirmed')
  })
  it('is not confirmed by its own maker’s change either, however it came in', async () => {
    const decision = await decided('wrong_exit', '甲')
    value(await store.write([confirmation(decision.id, '甲')]))
    expect(finalSuspicion(await found())).toBe(null)
  })
  it('needs a new confirmation once it is revised, and keeps the history', async () => {
    const first = await decided('wrong_exit', '甲')
    value(await confirmed(first, '乙'))
    const second = await decided('exit_confirmed', '甲')
    expect(finalSuspicion(await found())).toBe(null)
    expect(codeOf(await confirmed(first, '丙'))).toBe('determination_not_current')
    value(await confirmed(second, '丙'))
    expect(finalSuspicion(await found())).toBe('exit_confirmed')
    expect(
      (await found()).history.map(({ determination, confirmedBy }) => [determination, confirmedBy]),
    ).toEqual([
      ['wrong_exit', '乙'],
      ['exit_confirmed', '丙'],
    ])
  })
  it('is needed again even when the revision decides the same', async () => {
    value(await confirmed(await decided('wrong_exit', '甲'), '乙'))
    await decided('wrong_exit', '甲')
    expect(finalSuspicion(await found())).toBe(null)
  })
  it('can be taken back, and then confirmed no more', async () => {
    const decision = await decided('wrong_exit', '甲')
    value(await confirmed(decision, '乙'))
    const back = await takeBackDetermination(store, HOUSEHOLD, 'suspicion', {
      person: '乙',
      at: AT,
      reason: '弄错了户',
    })
    expect((await found()).suspicion.state).toBe('taken_back')
    expect(codeOf(await confirmed(value(back), '丙'))).toBe('determination_not_current')
  })
  it('is open when two people decided differently, neither having seen the other’s word', async () => {
    const other = await aStore()
    value(await confirmed(await decided('wrong_exit', '甲'), '乙'))
    value(await confirmed(await decided('exit_confirmed', '丙', other), '乙', other))
    value(
      await store.accept([
        ...(await other.changesOfProject()),
        ...(await other.changesOf('household', HOUSEHOLD)),
      ]),
    )
    expect((await found()).suspicion.state).toBe('contested')
    expect(finalSuspicion(await found())).toBe(null)
    const resolved = await decided('wrong_exit', '甲')
    value(await confirmed(resolved, '乙'))
    expect(finalSuspicion(await found())).toBe('wrong_exit')
  })
  it('of a wrong inclusion closes no suspicion', async () => {
    value(await confirmed(await decided('wrong_inclusion', '甲'), '乙'))
    expect([finalSuspicion(await found()), isWrongInclusion(await found())]).toEqual([null, true])
  })
  it('is refused without a reason, and of a household that is not suspected', async () => {
    const request = { household: HOUSEHOLD, determination: 'wrong_exit', status: 'exited' } as const
    const author = { person: '甲', at: AT }
    const suspected = { ...request, conclusion: 'suspected_wrong_exit', reason: ' ' } as const
    const sound = { ...request, conclusion: 'exit_confirmed', reason: '听说' } as const
    expect(codeOf(await determine(store, suspected, author))).toBe('determination_reason_missing')
    expect(codeOf(await determine(store, sound, author))).toBe('determination_not_suspected')
    expect((await determinationsOf(store)).size).toBe(0)
  })
})

describe('a rebuttal', () => {
  const pictures = ['photo']
  it('is kept beside the determination with its pictures, and decides nothing', async () => {
    const rebuttal = { text: ' 房子已经修好，附照片 ', pictures }
    value(await recordRebuttal(store, HOUSEHOLD, rebuttal, { person: '丙', at: AT }))
    expect(await found()).toMatchObject({
      rebuttals: [{ text: '房子已经修好，附照片', pictures, by: '丙' }],
      suspicion: { state: 'none' },
    })
  })
  it('is refused without words', async () => {
    const refused = await recordRebuttal(store, HOUSEHOLD, { text: '  ', pictures }, { person: '丙', at: AT })
    expect(codeOf(refused)).toBe('rebuttal_empty')
    expect((await determinationsOf(store)).size).toBe(0)
  })
})

describe('a second person', () => {
  it.each(['甲 ', ' 甲', '甲\u200b'])('is none who is the first, written %j', async (person) => {
    expect(codeOf(await confirmed(await decided('wrong_exit', '甲'), person))).toBe(
      'determination_confirmed_by_same_person',
    )
  })
  it.each(['丁', '乙 ', '', 'constructor'])('is none whom the list does not have: %j', async (person) => {
    const decision = await decided('wrong_exit', '甲')
    expect(codeOf(await confirmed(decision, person))).toBe('person_unknown')
    expect((await found()).suspicion.state).toBe('unconfirmed')
  })
  it('is recorded with how they were known to be the one', async () => {
    value(await confirmed(await decided('wrong_exit', '甲'), '乙'))
    expect((await found()).suspicion).toMatchObject({ decision: { confirmedHow: 'same_device' } })
  })
  it('is one without it where that was not recorded yet', async () => {
    const decision = await decided('wrong_exit', '甲')
    value(await store.write([confirmation(decision.id, '乙')]))
    expect((await found()).suspicion).toMatchObject({
      state: 'final',
      decision: { confirmedBy: '乙', confirmedHow: null },
    })
  })
  it('does not count, and is reported, where the list does not have them, however it came in', async () => {
    const decision = await decided('wrong_exit', '甲')
    const [made] = value(
      await store.write([confirmation({ decision: decision.id, how: 'same_device' }, '乙')]),
    )
    if (made === undefined) throw new Error('one draft gives one change')
    const other = new MemoryStore('test', newReplica())
    const changes = [...(await store.changesOfProject()), decision, { ...made, person: '丁' }]
    value(await other.accept(changes))
    expect((await found(other)).suspicion).toMatchObject({
      state: 'unconfirmed',
      decision: { confirmedBy: null, uncounted: ['丁'] },
    })
    expect(uncountedConfirmations(await determinationsOf(other))).toEqual([
      { code: 'confirmation_not_counted', severity: 'warning', place: { household: HOUSEHOLD }, value: '丁' },
    ])
  })
  it('confirms again what was taken back and decided again', async () => {
    value(await confirmed(await decided('wrong_exit', '甲'), '乙'))
    const back = { person: '甲', at: AT, reason: '弄错了户' }
    value(await takeBackDetermination(store, HOUSEHOLD, 'suspicion', back))
    value(await confirmed(await decided('wrong_exit', '甲'), '乙'))
    expect(finalSuspicion(await found())).toBe('wrong_exit')
  })
})

function confirmation(said: Json, person: string) {
  const path = 'determination/suspicion/confirmed'
  return { entity: 'household', entityId: HOUSEHOLD, path, value: said, person, at: AT } as const
}
