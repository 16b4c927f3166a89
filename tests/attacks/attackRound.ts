import { digest } from '../../src/adapters/crypto/digest'
import type { Change } from '../../src/domain/changes/Change'
import { seededRandom, type SeededRandom } from '../../src/domain/shared/seededRandom'
import { chunkText, type SegmentHeader } from '../../src/domain/team/Segment'
import { encode, filesOf, reseal, signedBy, withManifest, type Files } from '../builders/aForgedPackage'
import { AttackWorld, OTHERS } from './AttackWorld'
import { drawForgery } from './drawForgery'
import { memberMayWrite } from './memberMayWrite'

export interface AttackCounts {
  /** Attacks by what became of their packages. */
  readonly verdicts: Map<string, number>
  /** Forged changes that were taken: allowed, every one of them. */
  taken: number
}

/** Forged changes that come in one package. */
const MOST_CHANGES = 2
/** 2^20 above whatever is known here. */
const HIGHEST_COUNTER = 2 ** 21

/**
 * Attacks one team again and again. What is taken was allowed, what is refused or set aside changes nothing, and whoever is honest
 * goes on. Returns what was not so.
 */
export async function attackRound(
  seed: number,
  attacks: number,
  counts: AttackCounts,
): Promise<readonly string[]> {
  const random = seededRandom(seed)
  const world = await AttackWorld.open()
  const faults: string[] = []
  for (let nth = 1; nth <= attacks; nth++) {
    const known = await world.known()
    const forged = Array.from({ length: random.between(1, MOST_CHANGES) }, () =>
      drawForgery(random, world, known),
    )
    const bytes = await packed(random, world, forged)
    const before = await world.lead.everything()
    const [verdict = ''] = await world.lead.merge(bytes)
    counts.verdicts.set(verdict, (counts.verdicts.get(verdict) ?? 0) + 1)
    const ids = new Set(known.map(({ id }) => id))
    const added = (await world.known()).filter(({ id }) => !ids.has(id))
    counts.taken += added.length
    const told = [
      ...added.flatMap((change) => faultsOf(change, world)),
      ...(added.length === 0 && !isSame(before, await world.lead.everything()) && !LEAVES_REST.has(verdict)
        ? [`${verdict} changed something`]
        : []),
      ...(await world.goesOn()),
    ]
    faults.push(...told.map((fault) => `seed ${seed}, attack ${nth} (${verdict}): ${fault}`))
  }
  return faults
}

/** Verdicts of packages of which the rest is taken: the signatures of what was known already among it. */
const LEAVES_REST = new Set(['sound', 'households_of_others', 'facts_unknown', 'device_forked'])

/** Written apart from the code that judges packages: what a member may have written at all. */
function faultsOf(change: Change, { attacker }: AttackWorld): readonly string[] {
  const { entity, entityId, path, person, lamport } = change
  const place = `${entity} ${entityId} ${path.slice(0, 80)}`
  const isOfOthers = OTHERS.some((household) => entityId.startsWith(household))
  const isOfVisit = entity === 'interview' || path === 'replaced_by' || path.startsWith('moved/')
  return [
    ...(memberMayWrite(change) ? [] : [`nothing that a member may write: ${place}`]),
    ...(person === attacker.name ? [] : [`as ${person}: ${place}`]),
    ...(lamport <= HIGHEST_COUNTER ? [] : [`counter ${lamport}: ${place}`]),
    ...(isOfOthers && isOfVisit ? [`in another’s household: ${place}`] : []),
  ]
}

/** The forged changes in a package of the attacker's, or of one who lets himself be used for it. */
async function packed(
  random: SeededRandom,
  world: AttackWorld,
  forged: readonly Change[],
): Promise<Uint8Array> {
  const { attacker, honest, lead } = world
  const carrier = random.next() < 0.8 ? attacker : honest
  let files = await filesOf(await carrier.send(lead), lead.keys)
  for (const change of forged) files = withSegment(files, change, world)
  const listed = random.next() < 0.05 ? random.pick([[], [{ name: '../x', hash: '' }]]) : undefined
  const names = random.next() < 0.1 ? [lead.name, '\u001b[2J'] : undefined
  const signed = withManifest(
    files,
    (words) => ({
      ...words,
      ...(listed && { files: listed }),
      ...(names && { sender: { ...(words['sender'] as object), names } }),
    }),
    carrier.keys,
  )
  return reseal(random.next() < 0.05 ? thinned(random, signed) : signed, lead.keys)
}

/** A segment of one change, signed by the attacker whatever its numbers claim. */
function withSegment(files: Files, change: Change, { attacker }: AttackWorld): Files {
  const [replica = '', seq = '1'] = change.id.split(':')
  const from = Number(seq)
  const chunks = [{ from, to: from, hash: digest(chunkText([change])) }]
  const header: SegmentHeader = {
    device: attacker.keys.device,
    replica,
    from,
    to: from,
    previous: null,
    chunks,
  }
  const segment = signedBy(attacker.keys, header)
  const name = `segments/${attacker.keys.device.slice(0, 16)}/${replica}-${seq}-${seq}.jsonl`
  const more = { ...files, [name]: encode(`${JSON.stringify(segment)}\n${chunkText([change])}`) }
  return withManifest(more, (words) => ({
    ...words,
    files: [...(words['files'] as object[]), { name, hash: segment.hash }],
  }))
}

/** Without one of its files. */
function thinned(random: SeededRandom, files: Files): Files {
  const left = random.pick(Object.keys(files))
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== left))
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
