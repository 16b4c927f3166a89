import { beforeEach, describe, expect, it } from 'vitest'
import { digest } from '../../../../src/adapters/crypto/digest'
import { passcodePort } from '../../../../src/adapters/crypto/passcodeVerifier'
import { confirmDetermination } from '../../../../src/application/determination/confirmDetermination'
import { determinationsOf } from '../../../../src/application/determination/determinationsOf'
import { determine, takeBackDetermination } from '../../../../src/application/determination/determine'
import { assignDrawnBackchecks } from '../../../../src/application/rounds/assignDrawnBackchecks'
import { assignBackcheck } from '../../../../src/application/rounds/backchecks'
import { frameOf } from '../../../../src/application/sampling/frameOf'
import { makeSample } from '../../../../src/application/sampling/makeSample'
import { addPerson } from '../../../../src/application/store/addPerson'
import { setPasscode } from '../../../../src/application/team/roll/devicePasscodes'
import { addDevice, leadProject, removeDevice } from '../../../../src/application/team/roll/keepRoll'
import { projectDraft } from '../../../builders/aProjectDraft'
import { TEAM_PORT } from '../../../../src/adapters/package/teamPort'
import type { Change } from '../../../../src/domain/changes/Change'
import type { Json } from '../../../../src/domain/shared/Json'
import type { Result } from '../../../../src/domain/shared/Result'
import { aPlan } from '../../../builders/aFrame'
import { aHousehold } from '../../../builders/aHousehold'
import { aTeam, Laptop, type Team } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'

const H1 = '5201010001'
const PATH = 'determination/suspicion/confirmed'
const PORT = passcodePort({ N: 2 ** 10, r: 8, p: 1 })
const PASSCODE = '八个字符以上才行'
let team: Team
let decision: Change

beforeEach(async () => {
  team = await aTeam()
  const { lead, first } = team
  const suspected = { household: H1, status: 'exited', conclusion: 'suspected_wrong_exit' } as const
  const request = { ...suspected, determination: 'wrong_exit', reason: '核查过' } as const
  decision = valueOf(await determine(lead.store, request, lead.author))
  await first.merge(await lead.send(first, null, 'assignment'))
})

const confirm = ({ store }: Laptop, person: string, passcode?: string) =>
  confirmDetermination(
    store,
    H1,
    decision.id,
    { person, at: team.lead.author.at },
    passcode === undefined ? undefined : { passcode, port: PORT },
  )

const confirmation = (value: Json, person: string) =>
  ({ entity: 'household', entityId: H1, path: PATH, value, person, at: team.lead.author.at }) as const

function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.problems[0]?.code
}

async function standing({ store }: Laptop) {
  return (await determinationsOf(store)).get(H1)?.suspicion
}

describe('a second person in a led project', () => {
  it('confirms at a device of their own, which the lead takes', async () => {
    const { lead, first } = team
    valueOf(await confirm(first, '甲'))
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
    expect(await standing(lead)).toMatchObject({
      state: 'final',
      decision: { confirmedBy: '甲', confirmedHow: 'own_device' },
    })
  })
  it('confirms at the lead’s device by a passcode of their own', async () => {
    const { lead } = team
    valueOf(await setPasscode(lead.store, '甲', { passcode: PASSCODE, port: PORT }))
    expect(codeOf(await confirm(lead, '甲', '不是这个口令呀'))).toBe('passcode_of_person_wrong')
    valueOf(await confirm(lead, '甲', PASSCODE))
    expect(await standing(lead)).toMatchObject({ decision: { confirmedBy: '甲', confirmedHow: 'passcode' } })
  })
  it('is not confirmed for at the lead’s device without it, nor at another member’s with it', async () => {
    const { lead, first } = team
    expect(codeOf(await confirm(lead, '甲'))).toBe('second_person_elsewhere')
    expect(codeOf(await confirm(lead, '甲', PASSCODE))).toBe('passcode_unset')
    valueOf(await setPasscode(first.store, '乙', { passcode: PASSCODE, port: PORT }))
    expect(codeOf(await confirm(first, '乙', PASSCODE))).toBe('lead_only')
    expect(await standing(lead)).toMatchObject({ state: 'unconfirmed' })
  })
  it('is of the roll, not of the list alone', async () => {
    const { lead } = team
    valueOf(await addPerson(lead.store, { id: '丁', name: '丁', enteredBy: '组长', at: lead.author.at }))
    expect(codeOf(await confirm(lead, '丁'))).toBe('person_unknown')
    const refused = { code: 'person_unknown', value: '丁' }
    expect(await assignBackcheck(lead.store, H1, '丁', lead.author)).toMatchObject({ problems: [refused] })
    const wanted = { sharePercent: 10, checker: '丁', seed: 'x' }
    expect(await assignDrawnBackchecks(lead.store, wanted, (text) => text, lead.author)).toMatchObject({
      problems: [refused],
    })
  })
  it('is asked only of a decision by somebody of the roll', async () => {
    const { lead } = team
    valueOf(await addPerson(lead.store, { id: '丁', name: '丁', enteredBy: '组长', at: lead.author.at }))
    const suspected = { household: H1, status: 'exited', conclusion: 'suspected_wrong_exit' } as const
    const request = { ...suspected, determination: 'exit_confirmed', reason: '核查过' } as const
    const stranger = { person: '丁', at: lead.author.at }
    expect(codeOf(await determine(lead.store, request, stranger))).toBe('person_unknown')
    const back = { ...stranger, reason: '弄错了' }
    expect(codeOf(await takeBackDetermination(lead.store, H1, 'suspicion', back))).toBe('person_unknown')
    expect(await standing(lead)).toMatchObject({ state: 'unconfirmed' })
  })
  it('stays one after leaving the roll, and confirms nothing more', async () => {
    const { lead, first } = team
    valueOf(await confirm(first, '甲'))
    await lead.merge(await first.send(lead))
    valueOf(await removeDevice(lead.store, first.keys.device, '离职', lead.author))
    expect(await standing(lead)).toMatchObject({ state: 'final', decision: { confirmedBy: '甲' } })
    expect(codeOf(await confirm(lead, '甲'))).toBe('person_unknown')
  })
  it('counts from before the project was led, by two people at one device', async () => {
    const alone = await Laptop.of('组长', 'cd'.repeat(16))
    const { store, author } = alone
    const enter = (id: string) => addPerson(store, { id, name: id, enteredBy: '组长', at: author.at })
    for (const id of ['组长', '丁']) valueOf(await enter(id))
    const suspected = { household: H1, status: 'exited', conclusion: 'suspected_wrong_exit' } as const
    const request = { ...suspected, determination: 'wrong_exit', reason: '核查过' } as const
    const own = valueOf(await determine(store, request, author))
    valueOf(await confirmDetermination(store, H1, own.id, { person: '丁', at: author.at }))
    valueOf(await leadProject(store, ['组长'], author, TEAM_PORT))
    expect(await standing(alone)).toMatchObject({ state: 'final', decision: { confirmedHow: 'same_device' } })
  })
})

describe('a package with a confirmation', () => {
  it('is refused where it claims a device of somebody else’s', async () => {
    const { lead, first } = team
    valueOf(await lead.store.write([confirmation({ decision: decision.id, how: 'own_device' }, '甲')]))
    expect(await first.merge(await lead.send(first, null, 'assignment'))).toEqual(['confirmation_of_another'])
    expect(await standing(first)).toMatchObject({ state: 'unconfirmed' })
  })
  it('is refused from a member who claims a passcode, or the lead’s own name', async () => {
    const { lead, first } = team
    for (const [how, person, code] of [
      ['passcode', '甲', 'lead_only'],
      ['same_device', '甲', 'lead_only'],
      ['own_device', '组长', 'person_of_another'],
      ['own_device', '乙', 'person_of_another'],
    ] as const) {
      const forger = await first.tampered()
      valueOf(await forger.store.accept(await first.store.changesOf('household', H1)))
      valueOf(await forger.store.write([confirmation({ decision: decision.id, how }, person)]))
      expect(await lead.merge(await forger.send(lead))).toEqual([code])
    }
    expect(await standing(lead)).toMatchObject({ state: 'unconfirmed' })
  })
  it.each([
    ['passcode', '丁'],
    ['same_device', '甲'],
  ])('is taken without what does not count, and says so: %s by %s', async (how, person) => {
    const { lead, first } = team
    valueOf(await addPerson(lead.store, { id: '丁', name: '丁', enteredBy: '组长', at: lead.author.at }))
    valueOf(await lead.store.write([confirmation({ decision: decision.id, how }, person)]))
    const preview = await first.preview([await lead.send(first, null, 'assignment')])
    expect(preview.packages).toMatchObject([
      {
        verdict: 'sound',
        problems: [{ code: 'confirmation_not_counted', severity: 'warning', value: person }],
      },
    ])
    for (const laptop of [lead, first]) {
      if (laptop === first) await first.merge(await lead.send(first, null, 'assignment'))
      expect(await standing(laptop)).toMatchObject({
        state: 'unconfirmed',
        decision: { uncounted: [person] },
      })
    }
  })
})

describe('a package with another draw', () => {
  it('is refused where its second person agreed at a device of somebody else’s', async () => {
    const { lead, first } = team
    const households = ['1', '2', '3', '4'].map((id) => aHousehold({ id, status: 'exited' }))
    const plan = aPlan({ size: { by: 'number', households: 2 } })
    const { log } = valueOf(makeSample(frameOf(households), plan, { digest, salt: 'salt' }))
    for (const [confirmedBy, verdict] of [
      ['组长', 'sound'],
      ['甲', 'confirmation_of_another'],
    ] as const) {
      const redrawn = { confirmedBy, how: 'own_device', interviewed: 1, lost: 0 }
      const value = { ...log, redrawn } as unknown as Json
      valueOf(await lead.store.write([projectDraft('sample', value, lead.author)]))
      expect(await first.merge(await lead.send(first, null, 'assignment'))).toEqual([verdict])
    }
  })
})

describe('the names of the roll', () => {
  it('are refused where the list has one of them, written otherwise', async () => {
    const { lead } = team
    const other = await Laptop.of('王 五')
    const code = { device: other.keys.device, recipient: other.keys.recipient }
    for (const names of [['甲 '], ['王五', '王·五']])
      expect(codeOf(await addDevice(lead.store, { ...code, names }, lead.author))).toBe(
        'person_listed_otherwise',
      )
    valueOf(await addDevice(lead.store, { ...code, names: ['王五', '王五一'] }, lead.author))
  })
})
