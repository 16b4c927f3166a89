import { describe, expect, it } from 'vitest'
import { recordContact, takeContactBack } from '../../../src/application/households/recordContact'
import { summariseWork } from '../../../src/application/households/HouseholdSummary'
import { contactsIn, triesOf } from '../../../src/domain/fieldwork/Contact'
import { aHousehold } from '../../builders/aHousehold'
import { aMemoryProject } from '../../builders/aMemoryProject'

const NOBODY = { way: 'door', result: 'nobody', appointment: null, note: '' } as const
const DUE = {
  way: 'phone',
  result: 'appointment',
  appointment: '2020-12-03T15:00',
  note: ' 在地里 ',
} as const

async function tried(...tries: readonly (readonly [at: string, words: typeof NOBODY | typeof DUE])[]) {
  const store = await aMemoryProject([aHousehold()], [])
  for (const [at, words] of tries) await recordContact(store, 'h1', words, { person: 'tester', at })
  return { store, changes: () => store.changesOf('household', 'h1') }
}

describe('the tries to meet a household', () => {
  it('are kept with who tried and when, and give the last appointment', async () => {
    const { changes } = await tried(['2020-12-01T02:00:00Z', NOBODY], ['2020-12-02T09:00:00Z', DUE])
    expect(contactsIn(await changes())).toMatchObject([
      { way: 'door', by: 'tester', appointment: null },
      { way: 'phone', appointment: '2020-12-03T15:00', note: '在地里' },
    ])
    expect(summariseWork(await changes())).toMatchObject({ tries: 2, appointment: '2020-12-03T15:00' })
  })

  it('leave no appointment when nobody was met afterwards', async () => {
    const { changes } = await tried(['2020-12-02T09:00:00Z', DUE], ['2020-12-03T07:00:00Z', NOBODY])
    expect(summariseWork(await changes()).appointment).toBeNull()
  })

  it('count one where less than an hour lies between them', async () => {
    const { changes } = await tried(['2020-12-01T02:00:00Z', NOBODY], ['2020-12-01T02:59:59Z', NOBODY])
    const contacts = contactsIn(await changes())
    expect(triesOf(contacts)).toBe(1)
    expect(triesOf(contacts, '2020-12-01T03:00:00Z')).toBe(2)
  })

  it('are taken back one by one, and what was written stays', async () => {
    const { store, changes } = await tried(['2020-12-01T02:00:00Z', NOBODY], ['2020-12-02T02:00:00Z', NOBODY])
    const [first] = contactsIn(await changes())
    await takeContactBack(store, 'h1', first?.path ?? '', { person: 'tester', at: '2020-12-02T03:00:00Z' })
    expect(contactsIn(await changes())).toMatchObject([{ at: '2020-12-02T02:00:00Z' }])
    expect(await changes()).toHaveLength(3)
  })

  it('are refused as an appointment for no time', async () => {
    const { store, changes } = await tried()
    const at = { person: 'tester', at: '2020-12-01T02:00:00Z' }
    const refused = await recordContact(store, 'h1', { ...DUE, appointment: null }, at)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'contact_appointment_missing' }] })
    expect(await changes()).toEqual([])
  })
})
