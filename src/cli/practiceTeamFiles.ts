import { hexToBytes } from '@noble/hashes/utils.js'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deviceKeysOf, newReplicaOf } from '../adapters/crypto/deviceKeys'
import { digest } from '../adapters/crypto/digest'
import { MemoryStore } from '../adapters/memory/MemoryStore'
import { keyFileText } from '../adapters/package/keyFile'
import { NODE_TEAM_PORT } from '../adapters/package/nodeTeamPort'
import { CURRENT_INSTRUMENT, instrumentOf, KNOWN_FORMS } from '../adapters/resources/instruments'
import { PRACTICE } from '../adapters/resources/practice'
import { practiceLeadKeys, practiceTeam } from '../application/practice/practiceTeam'
import type { TeamMaterial } from '../application/practice/TeamPlan'
import type { Instrument } from '../domain/instrument/loadInstrument'
import type { CountyPlan } from '../domain/practice/generateCounty'

/** Everything random about a practice team is drawn from its seed: keys that protect nothing, and are the same tomorrow. */
export function practiceTeamMaterial(seed: number): TeamMaterial {
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
    instrument: instrumentOf(CURRENT_INSTRUMENT) as Instrument,
    forms: KNOWN_FORMS,
    instrumentVersion: CURRENT_INSTRUMENT,
  }
}

export function practiceProject(seed: number): string {
  return digest(`yihu practice team ${seed} project`).slice(0, 32)
}

/** What `writePracticeTeam` writes for a team of so many; nothing for none. */
export function teamFiles(team: number): readonly string[] {
  if (team === 0) return []
  return ['lead.key', 'recovery.key', ...Array.from({ length: team }, (_, index) => packageName(index + 1))]
}

function packageName(number: number): string {
  return `assessor-${number}.yihu`
}

/** Writes `lead.key`, `recovery.key` and `assessor-1.yihu` … into a folder. */
export async function writePracticeTeam(
  out: string,
  plan: CountyPlan & { readonly team: number },
  salt: string,
): Promise<void> {
  const material = practiceTeamMaterial(plan.seed)
  const project = practiceProject(plan.seed)
  const { lead, recovery } = await practiceLeadKeys(material)
  const own = { project, lead: lead.device }
  await writeFile(join(out, 'lead.key'), keyFileText({ ...own, identity: lead.identity, keys: lead }))
  await writeFile(join(out, 'recovery.key'), keyFileText({ ...own, identity: recovery.identity }))
  const story = { ...plan, projectId: project, title: PRACTICE.names.county, salt }
  let number = 0
  for await (const { bytes } of practiceTeam(story, material))
    await writeFile(join(out, packageName(++number)), bytes)
}
