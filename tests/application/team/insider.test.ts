import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { newDeviceKeys, newReplicaOf } from '../../../src/adapters/crypto/deviceKeys'
import { TEAM_PORT } from '../../../src/adapters/package/teamPort'
import { removeDevice } from '../../../src/application/team/roll/keepRoll'
import { commitMerge } from '../../../src/application/team/merge/mergePackages'
import type { Change } from '../../../src/domain/changes/Change'
import type { Json } from '../../../src/domain/shared/Json'
import { MAX_LAMPORT } from '../../../src/domain/changes/validateChange'
import {
  encode,
  filesOf,
  reseal,
  segmentNames,
  textIn,
  withChange,
  withManifest,
  type Files,
} from '../../builders/aForgedPackage'
import { aTeam, AT, type Laptop, type Team } from '../../builders/aTeam'
import { valueOf } from '../../contracts/projectStoreContract'

const [H1, H2] = ['5201010001', '5201010002'] as const

/** An answer that a tampered app writes with whatever number and counter it likes. */
function anAnswer(by: Laptop, overrides: Partial<Change> = {}): Change {
  return {
    id: `${newReplicaOf(by.keys.device)}:1`,
    lamport: 50,
    entity: 'interview',
    entityId: `${H1}/first/1`,
    path: 'food_enough',
    value: 'often_short',
    replaces: [],
    person: by.name,
    at: AT,
    ...overrides,
  }
}

/** A package of a member's tampered laptop with one change of its making. */
async function forgedBy(member: Laptop, to: Laptop, overrides: Partial<Change>): Promise<Uint8Array> {
  const tampered = await member.tampered()
  valueOf(await tampered.store.accept([anAnswer(member, overrides)]))
  return tampered.send(to)
}

describe('a counter that no honest history can have', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
  })

  it('is refused, whatever it is, and everybody goes on writing', async () => {
    const far = fc.integer({ min: 2 ** 20 + 1_000, max: 2 ** 30 })
    const extremes = fc.constantFrom(2 ** 31, 2 ** 32, 2 ** 48, 2 ** 51, MAX_LAMPORT - 1, MAX_LAMPORT)
    await fc.assert(
      fc.asyncProperty(fc.oneof(far, extremes), async (lamport) => {
        const { lead, first, second } = team
        const before = await lead.everything()
        expect(await lead.merge(await forgedBy(first, lead, { lamport }))).toEqual(['counter_out_of_reach'])
        expect(await lead.everything()).toEqual(before)
        await second.answer(H2, 'food_enough', 'all_year')
        expect(await lead.merge(await second.send(lead))).toEqual(['sound'])
      }),
      { numRuns: 20 },
    )
  })

  it('is taken while it may count what others have made meanwhile', async () => {
    const { lead, first } = await aTeam()
    expect(await lead.merge(await forgedBy(first, lead, { lamport: 2 ** 20 }))).toEqual(['sound'])
  })

  it('once taken by an earlier edition, stops nobody: what was there stays, and all write on', async () => {
    const { lead, first, second } = await aTeam()
    const poisoned = await forgedBy(first, lead, { lamport: 2 ** 48 })
    const opened = valueOf(await TEAM_PORT.open('p', poisoned, lead.keys.identity))
    valueOf(await commitMerge(lead.store, { sound: [opened] }))
    expect(await second.merge(await lead.send(second, null, 'assignment'))).toEqual(['sound'])
    expect(await second.store.changesOf('interview', `${H1}/first/1`)).toHaveLength(1)
    await second.answer(H2, 'food_enough', 'all_year')
    await lead.answer(H2, 'bedding', 'enough', 'respondent', '2')
    expect(await lead.merge(await second.send(lead))).toEqual(['sound'])
    expect(await second.merge(await lead.send(second, null, 'assignment'))).toEqual(['sound'])
    expect(await lead.state()).toBe(await second.state())
  })
})

describe('a package that somebody who can open it seals again', () => {
  async function resealedWithout(lines: (text: string) => string): Promise<readonly string[]> {
    const { lead, first } = await aTeam()
    for (const household of [H1, H2]) await first.answer(household, 'food_enough', 'all_year')
    const files = await filesOf(await first.send(lead), lead.keys)
    const [name = ''] = segmentNames(files, first.keys)
    const before = await lead.everything()
    const less: Files = { ...files, [name]: encode(lines(textIn(files, name))) }
    const verdicts = await lead.merge(await reseal(less, lead.keys))
    expect(await lead.everything()).toEqual(before)
    return verdicts
  }

  it('without one household’s changes is refused as incomplete', async () => {
    const withoutFirst = (text: string) =>
      text
        .split('\n')
        .filter((line) => !line.includes(`"${H1}/`))
        .join('\n')
    expect(await resealedWithout(withoutFirst)).toEqual(['package_incomplete'])
  })

  it('with none of a device’s changes is refused as incomplete', async () => {
    expect(await resealedWithout((text) => `${text.split('\n')[0] ?? ''}\n`)).toEqual(['package_incomplete'])
  })
})

describe('a signed package', () => {
  it('with nothing in it is refused', async () => {
    const { lead, first } = await aTeam()
    const files = await filesOf(await first.send(lead), lead.keys)
    const bare = Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith('manifest')))
    const empty = withManifest(bare, (words) => ({ ...words, files: [] }), first.keys)
    expect(await lead.merge(await reseal(empty, lead.keys))).toEqual(['package_empty'])
  })

  it('is shown under the names that the roll has for its device, whatever it calls itself', async () => {
    const { lead, first } = await aTeam()
    const files = await filesOf(await first.send(lead), lead.keys)
    const pretend = (words: Record<string, unknown>) => ({
      ...words,
      sender: { ...(words['sender'] as object), names: [lead.name] },
    })
    const preview = await lead.preview([await reseal(withManifest(files, pretend, first.keys), lead.keys)])
    expect(preview.packages).toMatchObject([{ sender: [first.name], verdict: 'sound' }])
  })
})

describe('the work of a removed device in the package of another', () => {
  async function carried(): Promise<Team & { readonly carrying: Uint8Array }> {
    const team = await aTeam()
    const { lead, first, second } = team
    valueOf(await removeDevice(lead.store, first.keys.device, '电脑丢失', lead.author))
    await first.answer(H1, 'food_enough', 'all_year')
    await second.answer(H2, 'food_enough', 'all_year')
    await second.merge(await first.send(second))
    return { ...team, carrying: await second.send(lead) }
  }

  it('is set aside, and the other’s own is taken', async () => {
    const { lead, carrying } = await carried()
    expect(await lead.merge(carrying)).toEqual(['segments_of_removed'])
    expect(await lead.store.changesOf('interview', `${H1}/first/1`)).toEqual([])
    expect(await lead.store.changesOf('interview', `${H2}/first/1`)).not.toEqual([])
  })

  it('is taken when the lead says so', async () => {
    const { lead, carrying } = await carried()
    const { packages } = await lead.preview([carrying], ['p0'])
    expect(packages).toMatchObject([{ verdict: 'sound', problems: [] }])
  })

  it('that was known before the removal comes again like any other', async () => {
    const { lead, first, second } = await aTeam()
    await first.answer(H1, 'food_enough', 'all_year')
    await second.merge(await first.send(second))
    await lead.merge(await first.send(lead))
    valueOf(await removeDevice(lead.store, first.keys.device, '电脑丢失', lead.author))
    expect(await lead.merge(await second.send(lead))).toEqual(['sound'])
  })
})

describe('a device that writes two changes under one number', () => {
  it('blocks nobody who carries one of them: its part is set aside, and what came first stays', async () => {
    const { lead, first, second } = await aTeam()
    const id = `${newReplicaOf(first.keys.device)}:1` as const
    const said = async (value: string, to: Laptop): Promise<Uint8Array> => {
      const tampered = await first.tampered()
      valueOf(await tampered.store.accept([anAnswer(first, { id, value })]))
      return tampered.send(to)
    }
    expect(await lead.merge(await said('all_year', lead))).toEqual(['sound'])
    await second.merge(await said('often_short', second))
    await second.answer(H2, 'food_enough', 'all_year')
    expect(await lead.merge(await second.send(lead))).toEqual(['device_forked'])
    expect(await lead.store.changesOf('interview', `${H1}/first/1`)).toMatchObject([{ value: 'all_year' }])
    expect(await lead.store.changesOf('interview', `${H2}/first/1`)).not.toEqual([])
  })
})

describe('what is too deep or too large to walk', () => {
  const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

  async function raw(by: Laptop, to: Laptop, overrides: Partial<Change>): Promise<Uint8Array> {
    const files = await filesOf(await by.send(to), to.keys)
    return reseal(withChange(files, anAnswer(by, overrides), by.keys), to.keys)
  }

  it.each([33, 3_000])('is refused with its package when a value lies %i deep', async (levels) => {
    const { lead, first, second } = await aTeam()
    const forged = await raw(first, lead, { value: deep(levels) as Json })
    await second.answer(H2, 'food_enough', 'all_year')
    expect(await lead.merge(forged, await second.send(lead))).toEqual(['change_invalid', 'sound'])
  })

  it('is refused with its package when it is the manifest of a stranger', async () => {
    const { lead, second } = await aTeam()
    const stranger = await newDeviceKeys()
    const files = await filesOf(await second.send(lead), lead.keys)
    const nested = withManifest(files, (words) => ({ ...words, files: deep(3_600) }), stranger)
    const large = { ...files, 'manifest.json': new Uint8Array(2 ** 26).fill(0x20) }
    const verdicts = await lead.merge(
      await reseal(nested, lead.keys),
      await reseal(large, lead.keys),
      await second.send(lead),
    )
    expect(verdicts).toEqual(['package_damaged', 'package_too_large', 'sound'])
  })

  it('is refused with its package when a change replaces thousands', async () => {
    const { lead, first } = await aTeam()
    const replica = newReplicaOf(first.keys.device)
    const replaces = Array.from({ length: 5_000 }, (_, index) => `${replica}:${index + 1}` as const)
    expect(await lead.merge(await raw(first, lead, { replaces }))).toEqual(['change_invalid'])
  })
})
