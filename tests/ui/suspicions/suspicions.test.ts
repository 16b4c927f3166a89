import { createPinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { createApp, nextTick } from 'vue'
import { keyedHash } from '../../../src/adapters/crypto/keyedHash'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import { PRACTICE } from '../../../src/adapters/resources/practice'
import { rulesOf } from '../../../src/adapters/resources/rulesOf'
import { STANDARDS } from '../../../src/adapters/resources/standards'
import { KNOWN_FORMS } from '../../../src/adapters/resources/instruments'
import { reportCounty } from '../../../src/application/measures/reportCounty'
import { practiceCounty } from '../../../src/application/practice/practiceCounty'
import { SERVICES, type Services } from '../../../src/ui/app/services'
import { useCounty } from '../../../src/ui/county/county'
import { useHouseholds } from '../../../src/ui/households/households'
import { usePeople } from '../../../src/ui/shared/people/people'
import { useSession } from '../../../src/ui/app/session/session'
import { useShelf } from '../../../src/ui/start/shelf'
import { useSuspicionDrafts } from '../../../src/ui/suspicions/suspicionDrafts'
import { useSuspicions } from '../../../src/ui/suspicions/suspicions'
import { NOBODY } from '../../../src/ui/shared/people/SecondPersonTyped'
import { INSTRUMENT } from '../../builders/anInterview'
import { LossyFiles } from '../../contracts/LossyFiles'
import { aMachine, type Machine } from '../../contracts/Machine'

let machine: Machine
let desk: ReturnType<typeof useSuspicions>
let drafts: ReturnType<typeof useSuspicionDrafts>
let people: ReturnType<typeof usePeople>
let county: ReturnType<typeof useCounty>
let session: ReturnType<typeof useSession>

beforeEach(async () => {
  machine = aMachine(new LossyFiles(), new MemoryIndexShelf())
  // What the desk and the county ask of the app; the rest of it is not called here.
  const services: Partial<Services> = {
    shelf: machine.shelf,
    edition: STANDARDS.standards,
    forms: KNOWN_FORMS,
    newSalt: () => '00',
    now: () => '2020-12-31T08:00:00Z',
    pause: () => Promise.resolve(),
    digest: (text) => text,
    rulesOf,
    versionsOf: (_, roster) => ({ roster, instrument: '1', standards: '1', rules: '1' }),
    practiceCounty: ({ seed, salt }) =>
      practiceCounty({ households: 60, seed, hash: keyedHash(salt) }, PRACTICE, INSTRUMENT),
    reportCounty: ({ facts, standards }, households) => ({
      done: Promise.resolve(reportCounty(households, facts, standards)),
      cancel: () => undefined,
    }),
  }
  const app = createApp({}).use(createPinia())
  app.provide(SERVICES, services as Services)
  session = app.runWithContext(() => useSession())
  const shelf = app.runWithContext(() => useShelf())
  expect(await shelf.createPractice('某县', '组长甲')).toBe(true)
  const households = app.runWithContext(() => useHouseholds())
  await households.load()
  desk = app.runWithContext(() => useSuspicions())
  drafts = app.runWithContext(() => useSuspicionDrafts())
  people = app.runWithContext(() => usePeople())
  county = app.runWithContext(() => useCounty())
  await desk.load()
})

const wrongExits = () =>
  county.report?.measures.find(({ name, basis }) => name === 'wrong_exit_rate' && basis === 'determined')

describe('the suspicion desk', () => {
  it('begins with the gravest suspicion, and what it rests on', () => {
    expect(desk.selected).toMatchObject({ kind: 'wrong_exit', state: 'open' })
    expect(desk.grounds?.assessment.household.id).toBe(desk.selected?.row.household.id)
  })
  it('turns the county’s measures once a second person has confirmed, and not before', async () => {
    await county.load()
    const open = county.open?.suspicions.length ?? 0
    const decided = desk.selectedKey
    expect(await desk.decide('wrong_exit', '核查过')).toBe(true)
    await county.load()
    expect(wrongExits()?.numerator).toBe(0)
    expect(county.open?.suspicions).toHaveLength(open)

    const { standing } = desk.selected ?? {}
    if (standing?.state !== 'unconfirmed') throw new Error('it was decided')
    expect(await desk.confirm(standing.decision.id, { ...NOBODY, person: ' 组长甲 ' })).toBe(false)
    expect(desk.problems).toMatchObject([{ code: 'determination_confirmed_by_same_person' }])
    expect(session.saved.kind).not.toBe('not_saved')
    const second = { ...NOBODY, person: '组长乙' }
    expect(await desk.confirm(standing.decision.id, second)).toBe(false)
    expect(desk.problems).toMatchObject([{ code: 'person_unknown', value: '组长乙' }])
    expect(await people.add('组长乙')).toBe(true)
    expect(await desk.confirm(standing.decision.id, second)).toBe(true)
    await county.load()
    expect(wrongExits()?.numeratorHouseholds).toEqual([desk.selected?.row.household.id])
    expect(county.open?.suspicions).toHaveLength(open - 1)
    expect([desk.selectedKey, desk.selected?.state]).toEqual([decided, 'confirmed'])
  })
  it('narrows the list, and keeps what was decided in the list until another is chosen', async () => {
    Object.assign(desk.filter, { state: 'open' })
    await nextTick()
    const count = desk.shown.length
    const decided = desk.selectedKey
    await desk.decide('exit_confirmed', '核查过')
    expect(desk.selected).toMatchObject({ key: decided, state: 'decided' })
    expect(desk.shown.map(({ key }) => key)).toContain(decided)
    await desk.select(desk.shown[1]?.key ?? null)
    expect(desk.shown).toHaveLength(count - 1)
  })
  it('has nothing to decide on that the filter hides', async () => {
    const last = desk.all.at(-1)
    await desk.select(last?.key ?? null)
    Object.assign(desk.filter, { kind: 'wrong_exit' })
    await nextTick()
    expect(desk.selected?.kind).toBe('wrong_exit')
    Object.assign(desk.filter, { kind: '', village: 'nowhere' })
    await nextTick()
    expect([desk.shown, desk.selected, desk.grounds]).toEqual([[], null, null])
  })
  it('has nothing to decide on that a decision hid, once another filter is chosen', async () => {
    Object.assign(desk.filter, { state: 'open' })
    await nextTick()
    const decided = desk.selectedKey
    await desk.decide('exit_confirmed', '核查过')
    Object.assign(desk.filter, { kind: 'wrong_exit' })
    await nextTick()
    expect(desk.selectedKey).not.toBe(decided)
    expect(desk.shown.map(({ key }) => key)).toContain(desk.selectedKey)
  })
  it('confirms what is ticked together, and ticks only what awaits a second person', async () => {
    expect(await people.add('组长乙')).toBe(true)
    const [one, two, open] = desk.all
    for (const each of [one, two]) {
      await desk.select(each?.key ?? null)
      expect(await desk.decide('wrong_exit', '核查过')).toBe(true)
    }
    desk.tick(open?.key ?? '')
    expect(desk.ticked).toEqual([])
    desk.tickAll()
    expect(desk.ticked.map(({ key }) => key)).toEqual([one?.key, two?.key])
    desk.tickAll()
    expect(desk.ticked).toEqual([])
    for (const each of [one, two]) desk.tick(each?.key ?? '')
    const decisions = desk.ticked.flatMap(({ row, standing }) =>
      standing.state === 'unconfirmed'
        ? [{ household: row.household.id, decision: standing.decision.id }]
        : [],
    )
    expect(await desk.confirmAll(decisions, { ...NOBODY, person: '组长甲' }, '看过')).toBe(false)
    expect(desk.problems).toHaveLength(2)
    expect(await desk.confirmAll(decisions, { ...NOBODY, person: '组长乙' }, '看过')).toBe(true)
    expect([desk.all[0]?.state, desk.all[1]?.state]).toEqual(['confirmed', 'confirmed'])
    expect(desk.ticked).toEqual([])
  })
  it('lets a wrong inclusion be refuted', async () => {
    const included = desk.all.find(({ kind }) => kind === 'wrong_inclusion')
    if (included === undefined) throw new Error('the practice county has one')
    await desk.select(included.key)
    expect(await desk.decide('inclusion_confirmed', '车是亲戚的')).toBe(true)
    expect(desk.selected?.standing).toMatchObject({ decision: { determination: 'inclusion_confirmed' } })
  })
  it('keeps a reason that is not saved yet, until it is', async () => {
    const written = desk.selected
    if (written === null) throw new Error('the practice county has suspicions')
    drafts.changeDecision(written.key, { determination: 'omission', reason: '核查过' })
    await desk.select(desk.shown[1]?.key ?? null)
    expect([desk.selected, written].map((each) => each !== null && drafts.isUnsaved(each))).toEqual([
      false,
      true,
    ])
    await desk.select(written.key)
    await desk.decide('omission', '核查过')
    expect(drafts.decisionOf(written.key).reason).toBe('核查过')
    await desk.decide('wrong_exit', '核查过')
    expect(drafts.isUnsaved(written)).toBe(false)
  })
  it('keeps a rebuttal that is not saved yet, with pictures that came while another household was looked at', async () => {
    const written = desk.selected
    if (written === null) throw new Error('the practice county has suspicions')
    const { id } = written.row.household
    drafts.changeRebuttal(id, { text: '房子', pictures: [], isChanged: false })
    expect(drafts.isUnsaved(written)).toBe(false)
    await desk.select(desk.shown[1]?.key ?? null)
    drafts.attach(id, ['picture'])
    expect(drafts.isUnsaved(written)).toBe(true)
    await desk.select(written.key)
    const draft = drafts.rebuttalOf(id)
    expect(draft).toMatchObject({ text: '房子', pictures: ['picture'] })
    // A key that was pressed after the text was sent off is not lost with it.
    const saving = desk.rebut({ text: '房子', pictures: [] })
    drafts.changeRebuttal(id, { text: '房子已经修好', pictures: [], isChanged: true })
    expect(await saving).toBe(true)
    expect(drafts.rebuttalOf(id)?.text).toBe('房子已经修好')
    expect(await desk.rebut({ text: '房子已经修好', pictures: [] })).toBe(true)
    expect(drafts.rebuttalOf(id)).toBeNull()
  })
  it('writes nothing that is refused, and shows why', async () => {
    expect(await desk.decide('omission', '核查过')).toBe(false)
    expect(desk.problems).toMatchObject([{ code: 'determination_not_suspected' }])
    expect(await desk.rebut({ text: ' ', pictures: [] })).toBe(false)
    expect(desk.said).toBeUndefined()
  })
  it('shows what the disk did not take, and has it once there is room', async () => {
    machine.files.isFull = true
    expect(await desk.decide('wrong_exit', '核查过')).toBe(false)
    expect(session.saved.kind).toBe('not_saved')
    machine.files.isFull = false
    expect(await session.retry()).toBe(true)
    await desk.load()
    expect(desk.selected?.state).toBe('decided')
  })
  it('knows nothing of a project that was left', async () => {
    drafts.changeDecision(desk.selectedKey ?? '', { reason: '核查过' })
    const key = desk.selectedKey ?? ''
    await session.leave()
    expect(drafts.decisionOf(key).reason).toBe('')
    expect([desk.selected, desk.grounds, desk.said]).toEqual([null, null, undefined])
    expect(county.report).toBeNull()
  })
})
