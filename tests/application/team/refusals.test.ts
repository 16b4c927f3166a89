import { zipSync } from 'fflate'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { sealTo } from '../../../src/adapters/crypto/ageSeal'
import { newDeviceKeys, newReplicaOf } from '../../../src/adapters/crypto/deviceKeys'
import { digest } from '../../../src/adapters/crypto/digest'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { TEAM_PORT } from '../../../src/adapters/package/teamPort'
import { addDevice, removeDevice } from '../../../src/application/team/roll/keepRoll'
import { makePackage } from '../../../src/application/team/packages/makePackage'
import { acceptedDraft } from '../../../src/application/team/merge/acceptedDraft'
import { commitMerge } from '../../../src/application/team/merge/mergePackages'
import { chunkText, type SignedSegment } from '../../../src/domain/team/Segment'
import type { Change } from '../../../src/domain/changes/Change'
import { aTeam, AT, Laptop, TEAM_PROJECT, type Team } from '../../builders/aTeam'
import {
  encode, filesOf, reseal, segmentNames, signedBy, textIn, withManifest, type Files,
} from '../../builders/aForgedPackage' // prettier-ignore
import { valueOf } from '../../contracts/projectStoreContract'

const HOUSEHOLD = '5201010001'

describe('a package is refused whole, and nothing is changed,', () => {
  let team: Team
  let sound: Uint8Array
  let files: Files

  beforeAll(async () => {
    team = await aTeam()
    await team.first.answer(HOUSEHOLD, 'food_enough', 'all_year')
    sound = await team.first.send(team.lead)
    files = await filesOf(sound, team.lead.keys)
  })

  /** What becomes of it at the lead's, whose store must stay as it is. */
  async function verdictOf(bytes: Uint8Array, at: Laptop = team.lead): Promise<string | undefined> {
    const before = await at.everything()
    const [verdict] = await at.merge(bytes)
    expect(await at.everything()).toEqual(before)
    return verdict
  }

  it('when its device is not on the roll', async () => {
    const stranger = await Laptop.of('丙')
    valueOf(await stranger.store.keepRecord('lead', team.lead.keys.device))
    await stranger.merge(await team.lead.send(stranger, [], 'assignment'))
    valueOf(
      await stranger.store.write([
        { entity: 'person', entityId: '丙', path: 'name', value: '丙', ...stranger.author },
      ]),
    )
    await stranger.answer(HOUSEHOLD, 'food_enough', 'often_short')
    const preview = await team.lead.preview([await stranger.send(team.lead)])
    expect(preview.packages[0]?.problems[0]?.details?.['fingerprint']).toBe(
      TEAM_PORT.fingerprintOf(stranger.keys.device, stranger.keys.recipient),
    )
    expect(await verdictOf(await stranger.send(team.lead))).toBe('device_unknown')
  })

  it('when the signature is not the sender’s', async () => {
    const forged = withManifest(files, (words) => ({ ...words, made: '2019-01-01T00:00:00Z' }))
    expect(await verdictOf(await reseal(forged, team.lead.keys))).toBe('package_signature_bad')
  })

  it('when somebody on the roll signs it with a sender’s name that is not theirs', async () => {
    const forged = withManifest(files, (words) => words, team.second.keys)
    expect(await verdictOf(await reseal(forged, team.lead.keys))).toBe('package_signature_bad')
  })

  it('when one bit is altered, wherever it is', async () => {
    const codes = new Set<string | undefined>()
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length * 8 - 1), async (bit) => {
        const altered = sound.slice()
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const code = await verdictOf(altered)
        codes.add(code)
        expect(['package_damaged', 'package_not_for_us', 'package_unreadable']).toContain(code)
      }),
      { numRuns: 60 },
    )
    expect(codes).toContain('package_damaged')
  })

  it('when it is cut short, wherever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), async (length) => {
        expect(['package_damaged', 'package_unreadable']).toContain(await verdictOf(sound.slice(0, length)))
      }),
      { numRuns: 40 },
    )
    expect(await verdictOf(sound.slice(0, sound.length - 1))).toBe('package_damaged')
    expect(await verdictOf(new Uint8Array())).toBe('package_damaged')
  })

  it('when something follows it', async () => {
    expect(await verdictOf(Uint8Array.from([...sound, 0]))).toBe('package_damaged')
  })

  it('when it is sealed to somebody else', async () => {
    expect(await verdictOf(await team.first.send(team.second))).toBe('package_not_for_us')
  })

  it('when it was meant for somebody else, who sealed it again for us', async () => {
    const meant = await filesOf(await team.first.send(team.second), team.second.keys)
    expect(await verdictOf(await reseal(meant, team.lead.keys))).toBe('package_not_for_us')
  })

  it('when its format is newer', async () => {
    const newer = withManifest(files, (words) => ({ ...words, format: 2, ages: 'later' }), team.first.keys)
    expect(await verdictOf(await reseal(newer, team.lead.keys))).toBe('package_newer')
  })

  it('when it belongs to another project', async () => {
    const elsewhere = withManifest(
      files,
      (words) => ({ ...words, project: { id: 'cd'.repeat(16), title: '别的县' } }),
      team.first.keys,
    )
    expect(await verdictOf(await reseal(elsewhere, team.lead.keys))).toBe('package_other_project')
  })

  it('when it is 10,000 times larger inside than outside', async () => {
    const hundred = new Uint8Array(100_000_000)
    const packed = zipSync({ ...files, bomb: hundred }, { level: 9 })
    const bomb = await sealTo([team.lead.keys.recipient], packed)
    const twice = zipSync({ 'manifest.json': packed.slice(0, 10_000) })
    expect(hundred.length / bomb.length).toBeGreaterThan(500)
    expect(await verdictOf(bomb)).toBe('package_too_large')
    // The directory may claim anything: 10,000 times the file, or so little that the content runs over.
    const claimed = packedWithSize(twice, twice.length * 10_000)
    expect(await verdictOf(await sealTo([team.lead.keys.recipient], claimed))).toBe('package_too_large')
    const modest = packedWithSize(zipSync({ 'manifest.json': hundred.subarray(0, 5_000_000) }), 100)
    expect(['package_damaged', 'package_unreadable']).toContain(
      await verdictOf(await sealTo([team.lead.keys.recipient], modest)),
    )
  })

  it.each<[string, Uint8Array]>([
    ['a text', encode('你好，这是一封信，足够长')],
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': encode('<x/>') })],
  ])('when it is %s', async (_, bytes) => {
    expect(await verdictOf(bytes)).toBe('package_unreadable')
  })

  it('when something else is sealed in it', async () => {
    const letter = await sealTo([team.lead.keys.recipient], zipSync({ 'letter.txt': encode('x') }))
    expect(await verdictOf(letter)).toBe('package_unreadable')
  })

  it('when a file inside is missing, or is there besides', async () => {
    const [name = ''] = segmentNames(files, team.first.keys)
    const { [name]: _, ...lacking } = files
    expect(await verdictOf(await reseal(lacking, team.lead.keys))).toBe('package_damaged')
    expect(await verdictOf(await reseal({ ...files, 'segments/x': encode('') }, team.lead.keys))).toBe(
      'package_damaged',
    )
  })

  it('when an answer in it is not as its author signed it', async () => {
    const [name = ''] = segmentNames(files, team.first.keys)
    const forged = { ...files, [name]: encode(textIn(files, name).replace('all_year', 'sometimes')) }
    expect(textIn(forged, name)).not.toBe(textIn(files, name))
    expect(await verdictOf(await reseal(forged, team.lead.keys))).toBe('segment_damaged')
  })

  it('when passed-on changes bear a signature that is not their author’s', async () => {
    const [name = ''] = segmentNames(files, team.lead.keys)
    const lines = textIn(files, name).split('\n')
    const { header } = JSON.parse(lines[0] ?? '') as SignedSegment
    const forged = signedBy(team.first.keys, header)
    const text = [JSON.stringify(forged), ...lines.slice(1)].join('\n')
    const resigned = withManifest({ ...files, [name]: encode(text) }, (words) => words, team.first.keys)
    expect(await verdictOf(await reseal(resigned, team.lead.keys))).toBe('segment_signature_bad')
  })

  it('when its changes bear numbers of another device’s', async () => {
    expect(
      await verdictOf(await forgedSegment((header) => ({ ...header, device: team.second.keys.device }))),
    ).toBe('replica_of_another')
  })

  it('when a header claims more than its chunks', async () => {
    expect(await verdictOf(await forgedSegment((header) => ({ ...header, to: header.to + 1 })))).toBe(
      'segment_damaged',
    )
  })

  it('when a segment does not follow the one that is known before it', async () => {
    const { first, lead } = await aTeam()
    await first.answer(HOUSEHOLD, 'food_enough', 'all_year')
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
    await first.answer(HOUSEHOLD, 'bedding', 'enough')
    const later = await filesOf(await first.send(lead), lead.keys)
    const names = segmentNames(later, first.keys)
    const name = names.at(-1) ?? ''
    const broken = resignedSegment(later, name, first, (header) => ({ ...header, previous: 'a'.repeat(64) }))
    expect(await verdictOf(await reseal(broken, lead.keys), lead)).toBe('segment_chain_broken')
    const alone = withoutFiles(broken, names.slice(0, -1), first)
    expect(await verdictOf(await reseal(alone, lead.keys), lead)).toBe('segment_chain_broken')
  })

  it('when an answer is in the name of somebody who does not work at that device', async () => {
    const { first, lead } = await aTeam()
    const own = first.store
    valueOf(
      await own.write([
        {
          entity: 'interview',
          entityId: `${HOUSEHOLD}/first/1`,
          path: 'food_enough',
          value: 'x',
          person: '乙',
          at: AT,
        },
      ]),
    )
    expect(await verdictOf(await first.send(lead), lead)).toBe('person_of_another')
  })

  it('when an interview was begun with a form that this app does not know', async () => {
    const { first, lead } = await aTeam()
    valueOf(
      await first.store.write([
        {
          entity: 'interview',
          entityId: `${HOUSEHOLD}/first/1`,
          path: 'begun',
          value: '99.0',
          ...first.author,
        },
      ]),
    )
    expect(await verdictOf(await first.send(lead), lead)).toBe('instrument_unknown')
  })

  it('when it passes on changes of a device that is not on the roll', async () => {
    const { first, lead } = await aTeam()
    const stranger = await Laptop.of('甲')
    await stranger.store.accept(await first.store.changesOfProject())
    await stranger.answer(HOUSEHOLD, 'food_enough', 'all_year')
    const passed = await aForeignSegment(stranger)
    valueOf(await first.store.accept(passed.changes))
    valueOf(await first.store.keepRecord('segments', JSON.stringify(passed.segment)))
    expect(await verdictOf(await first.send(lead), lead)).toBe('segment_device_unknown')
  })

  it('when a known change comes again with other content', async () => {
    const { first, lead } = await aTeam()
    const [made] = await first.answer(HOUSEHOLD, 'food_enough', 'all_year')
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
    // The same laptop from an old copy of its disk, with the replica of that day still in use.
    const copy = new MemoryStore(TEAM_PROJECT, newReplicaOf(first.keys.device))
    const [begun] = await first.store.changesOf('interview', `${HOUSEHOLD}/first/1`)
    const forged = { ...(made as Change), value: 'often_short' }
    const changes = [...(await first.store.changesOfProject()), begun as Change, forged]
    valueOf(await copy.accept(changes))
    valueOf(await copy.keepRecord('device', JSON.stringify(first.keys)))
    valueOf(await copy.keepRecord('lead', lead.keys.device))
    for (const text of await first.store.records('segments'))
      if ((JSON.parse(text) as SignedSegment).header.device !== first.keys.device)
        valueOf(await copy.keepRecord('segments', text))
    const forked = new CopiedLaptop(first, copy)
    expect(await verdictOf(await forked.send(lead), lead)).toBe('device_forked')
  })

  /** The assessor's segment with another header, signed by the assessor, in a package signed by the assessor. */
  async function forgedSegment(change: (header: SignedSegment['header']) => SignedSegment['header']) {
    const [name = ''] = segmentNames(files, team.first.keys)
    return reseal(resignedSegment(files, name, team.first, change, team), team.lead.keys)
  }

  function resignedSegment(
    own: Files,
    name: string,
    by: Laptop,
    change: (header: SignedSegment['header']) => SignedSegment['header'],
    known?: Team,
  ): Files {
    const lines = textIn(own, name).split('\n')
    const header = change((JSON.parse(lines[0] ?? '') as SignedSegment).header)
    const signer = known !== undefined && header.device === known.second.keys.device ? known.second : by
    const segment = signedBy(signer.keys, header)
    const text = [JSON.stringify(segment), ...lines.slice(1)].join('\n')
    const withHash = (words: Record<string, unknown>): object => ({
      ...words,
      files: (words['files'] as { name: string; hash: string }[]).map((file) =>
        file.name === name ? { name, hash: segment.hash } : file,
      ),
    })
    return withManifest({ ...own, [name]: encode(text) }, withHash, by.keys)
  }

  function withoutFiles(own: Files, names: readonly string[], by: Laptop): Files {
    const isLeft = (name: string): boolean => !names.includes(name)
    const left = Object.fromEntries(Object.entries(own).filter(([name]) => isLeft(name)))
    const withLess = (words: Record<string, unknown>): object => ({
      ...words,
      files: (words['files'] as { name: string }[]).filter(({ name }) => isLeft(name)),
    })
    return withManifest(left, withLess, by.keys)
  }

  async function aForeignSegment(stranger: Laptop) {
    const replica = newReplicaOf(stranger.keys.device)
    const change: Change = {
      id: `${replica}:1`,
      lamport: 90,
      entity: 'interview',
      entityId: `${HOUSEHOLD}/first/9`,
      path: 'food_enough',
      value: 'x',
      replaces: [],
      person: '甲',
      at: AT,
    }
    const chunks = [{ from: 1, to: 1, hash: digest(chunkText([change])) }]
    const header = { device: stranger.keys.device, replica, from: 1, to: 1, previous: null, chunks }
    return { segment: signedBy(stranger.keys, header), changes: [change] }
  }
})

describe('the package of a removed device', () => {
  it('is set aside, and accepted when the lead gives a reason', async () => {
    const { lead, first } = await aTeam()
    await first.answer(HOUSEHOLD, 'food_enough', 'all_year')
    const late = await first.send(lead)
    expect(await removeDevice(lead.store, first.keys.device, ' ', lead.author)).toMatchObject({ ok: false })
    valueOf(await removeDevice(lead.store, first.keys.device, '电脑丢失', lead.author))
    const before = await lead.everything()
    const preview = await lead.preview([late])
    expect(preview.packages).toMatchObject([
      { verdict: 'set_aside', sender: ['甲'], problems: [{ code: 'device_removed' }] },
    ])
    valueOf(await commitMerge(lead.store, preview))
    expect(await lead.everything()).toEqual(before)

    const accepted = await lead.preview([late], ['p0'])
    const entry = { package: 'f'.repeat(64), sender: '甲', reason: '已当面核对' }
    expect(acceptedDraft({ ...entry, reason: ' ' }, lead.author)).toMatchObject({ ok: false })
    const said = valueOf(acceptedDraft(entry, lead.author))
    valueOf(await commitMerge(lead.store, accepted, [said]))
    expect(await lead.store.changesOf('interview', `${HOUSEHOLD}/first/1`)).toHaveLength(2)
    const logged = (await lead.store.changesOfProject()).find(({ path }) => path.startsWith('accepted/'))
    expect(logged).toMatchObject({ reason: '已当面核对', value: '甲', person: '组长' })
  })

  it('is taken again once the device is back on the roll', async () => {
    const { lead, first } = await aTeam()
    valueOf(await removeDevice(lead.store, first.keys.device, '误会', lead.author))
    const back = [
      { entity: 'project', entityId: 'project', path: `roll/${first.keys.device}/removed`, value: false },
    ] as const
    valueOf(await lead.store.write(back.map((each) => ({ ...each, ...lead.author }))))
    await first.answer(HOUSEHOLD, 'food_enough', 'all_year')
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
  })
})

describe('only the lead', () => {
  it('adds and removes devices', async () => {
    const { first, second } = await aTeam()
    const { device, recipient } = await newDeviceKeys()
    const added = await addDevice(first.store, { device, recipient, names: ['丙'] }, first.author)
    expect(added).toMatchObject({ ok: false, problems: [{ code: 'lead_only' }] })
    const removed = await removeDevice(first.store, second.keys.device, 'x', first.author)
    expect(removed).toMatchObject({ ok: false, problems: [{ code: 'lead_only' }] })
  })
})

/** The same laptop over another store. */
class CopiedLaptop {
  constructor(
    readonly laptop: Laptop,
    readonly store: MemoryStore,
  ) {}

  async send(to: Laptop): Promise<Uint8Array> {
    const order = {
      kind: 'result',
      title: '某县',
      recipients: [to.keys.recipient],
      households: null,
    } as const
    return valueOf(
      await makePackage(this.store, { ...order, names: [this.laptop.name], made: AT }, TEAM_PORT),
    )
  }
}

/** A zip archive of one file whose directory says another size. */
function packedWithSize(archive: Uint8Array, size: number): Uint8Array {
  const bytes = archive.slice()
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 28 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
  return bytes
}
