import { hexToBytes } from '@noble/hashes/utils.js'
import { deviceKeysOf, newReplicaOf } from '../adapters/crypto/deviceKeys'
import { digest } from '../adapters/crypto/digest'
import { MemoryStore } from '../adapters/memory/MemoryStore'
import { keyFileText } from '../adapters/package/keyFile'
import { NODE_TEAM_PORT } from '../adapters/package/nodeTeamPort'
import { CURRENT_INSTRUMENT, KNOWN_FORMS } from '../adapters/resources/instruments'
import { PRACTICE } from '../adapters/resources/practice'
import { practiceLeadKeys, practiceTeam } from '../application/practice/practiceTeam'
import type { TeamMaterial } from '../application/practice/TeamPlan'
import type { CountyPlan } from '../domain/practice/listHousehold'
import type { WrittenFile } from './writeWhole'

/** Everything random about a practice team is drawn from its seed: keys that protect nothing, and are the same tomorrow. */
function practiceTeamMaterial(seed: number): TeamMaterial {
  const drawn = (what: string): string => digest(`yihu practice team ${seed} ${what}`)
  return {
    port: NODE_TEAM_PORT,
    keysOf: (device) =>
      deviceKeysOf(hexToBytes(drawn(`${device} sign`)), hexToBytes(drawn(`${device} open`))),
    async newStore(projectId, keys, device) {
      const nonce = hexToBytes(drawn(`${device} replica`).slice(0, 16))
      const store = new MemoryStore(projectId, newReplicaOf(keys.device, nonce))
      await store.keepRecord('device', JSON.stringify(keys))
      return store
    },
    practice: PRACTICE,
    instrument: KNOWN_FORMS.currentInstrument,
    forms: KNOWN_FORMS,
    instrumentVersion: CURRENT_INSTRUMENT,
  }
}

function practiceProject(seed: number): string {
  return digest(`yihu practice team ${seed} project`).slice(0, 32)
}

/** Names of the files of a team of so many; none for none. */
export function teamFiles(team: number): readonly string[] {
  if (team === 0) return []
  return ['lead.key', 'recovery.key', ...Array.from({ length: team }, (_, index) => packageName(index + 1))]
}

function packageName(number: number): string {
  return `assessor-${number}.yihu`
}

/** `lead.key`, `recovery.key` and `assessor-1.yihu` …, with what is in them. Packages are made as they are asked for, in their order. */
export async function practiceTeamFiles(
  plan: CountyPlan & { readonly team: number },
  salt: string,
): Promise<readonly (readonly [name: string, contentOf: WrittenFile['contentOf']])[]> {
  const material = practiceTeamMaterial(plan.seed)
  const project = practiceProject(plan.seed)
  const { lead, recovery } = await practiceLeadKeys(material)
  const own = { project, lead: lead.device }
  const story = { ...plan, projectId: project, title: PRACTICE.names.county, salt }
  const packages = practiceTeam(story, material)
  const nextPackage = async (): Promise<Uint8Array> => {
    const next = await packages.next()
    if (next.done === true) throw new Error('a practice team has as many packages as assessors')
    return next.value.bytes
  }
  const [leadKey, recoveryKey, ...names] = teamFiles(plan.team)
  return [
    [leadKey ?? '', () => [keyFileText({ ...own, identity: lead.identity, keys: lead })]],
    [recoveryKey ?? '', () => [keyFileText({ ...own, identity: recovery.identity })]],
    ...names.map((name) => [name, nextPackage] as const),
  ]
}
