import { newDeviceKeys, newReplicaOf } from '../../src/adapters/crypto/deviceKeys'
import { digest } from '../../src/adapters/crypto/digest'
import { MemoryStore } from '../../src/adapters/memory/MemoryStore'
import { TEAM_PORT } from '../../src/adapters/package/teamPort'
import { CURRENT_INSTRUMENT, KNOWN_FORMS } from '../../src/adapters/resources/instruments'
import type { AssessmentRules } from '../../src/application/assess/assessHousehold'
import { beginInterview, recordAnswers } from '../../src/application/interview/recordAnswers'
import type { ProjectStore } from '../../src/application/store/ProjectStore'
import { addDevice, followLead, leadProject } from '../../src/application/team/roll/keepRoll'
import { makePackage } from '../../src/application/team/packages/makePackage'
import { commitMerge, previewMerge, type MergePreview } from '../../src/application/team/merge/mergePackages'
import { stateHash } from '../../src/application/team/merge/stateHash'
import type { DeviceKeys, PackageKind } from '../../src/application/team/TeamPort'
import type { Evidence } from '../../src/domain/shared/Evidence'
import { valueOf } from '../contracts/projectStoreContract'

export const TEAM_PROJECT = 'ab'.repeat(16)
export const AT = '2020-07-15T01:00:00Z'

/** One laptop of a team, over a store in memory. */
export class Laptop {
  private constructor(
    readonly name: string,
    readonly keys: DeviceKeys,
    readonly store: ProjectStore,
  ) {}

  static async of(name: string, projectId = TEAM_PROJECT, keys?: DeviceKeys): Promise<Laptop> {
    const own = keys ?? (await newDeviceKeys())
    const store = new MemoryStore(projectId, newReplicaOf(own.device))
    valueOf(await store.keepRecord('device', JSON.stringify(own)))
    return new Laptop(name, own, store)
  }

  get author() {
    return { person: this.name, at: AT }
  }

  /** The same laptop with its app tampered with: it follows no lead, and so writes what it likes. */
  async tampered(): Promise<Laptop> {
    const store = new MemoryStore(this.store.projectId, newReplicaOf(this.keys.device))
    valueOf(await store.accept(await this.store.changesOfProject()))
    for (const list of ['device', 'segments'] as const)
      for (const text of await this.store.records(list)) valueOf(await store.keepRecord(list, text))
    return new Laptop(this.name, this.keys, store)
  }

  /** Begins the household's interview, unless it is begun, and answers one question. */
  async answer(
    household: string,
    question: string,
    value: string,
    evidence: Evidence = 'respondent',
    copy = '1',
  ) {
    const id = `${household}/first/${copy}`
    const known = await this.store.changesOf('interview', id)
    if (known.length === 0) valueOf(await beginInterview(this.store, id, CURRENT_INSTRUMENT, this.author))
    return valueOf(await recordAnswers(this.store, id, [{ ref: { question }, value, evidence }], this.author))
  }

  async send(
    to: Pick<Laptop, 'keys'>,
    households: readonly string[] | null = null,
    kind: PackageKind = 'result',
  ) {
    const order = {
      kind,
      title: '某县',
      recipients: [to.keys.recipient],
      households: households && new Set(households),
      names: [this.name],
      made: AT,
    }
    return valueOf(await makePackage(this.store, order, TEAM_PORT))
  }

  async preview(
    packages: readonly Uint8Array[],
    acceptRemoved: readonly string[] = [],
    acceptOthers: readonly string[] = [],
    rules: AssessmentRules | null = null,
    acceptClosed: readonly string[] = [],
  ): Promise<MergePreview> {
    return valueOf(
      await previewMerge(
        this.store,
        packages.map((bytes, index) => ({ file: `p${index}`, bytes })),
        {
          port: TEAM_PORT,
          identity: this.keys.identity,
          forms: KNOWN_FORMS,
          rules,
          acceptRemoved: new Set(acceptRemoved),
          acceptOthers: new Set(acceptOthers),
          acceptClosed: new Set(acceptClosed),
        },
      ),
    )
  }

  /** Merges what is sound; returns what became of each: `sound`, or the reason. */
  async merge(...packages: readonly Uint8Array[]): Promise<readonly string[]> {
    const preview = await this.preview(packages)
    const committed = await commitMerge(this.store, preview)
    if (!committed.ok) return committed.problems.map(({ code }) => code)
    return preview.packages.map(({ verdict, problems }) => problems[0]?.code ?? verdict)
  }

  state(): Promise<string> {
    return stateHash(this.store, digest)
  }

  /** Everything that a refused package must leave as it was. */
  async everything(): Promise<unknown> {
    return [await this.state(), await this.store.records('segments'), await this.store.records('lead')]
  }
}

export interface Team {
  readonly lead: Laptop
  readonly first: Laptop
  readonly second: Laptop
}

/** A lead with two assessors on the roll, who have the lead's assignment. */
export async function aTeam(): Promise<Team> {
  const lead = await Laptop.of('组长')
  const first = await Laptop.of('甲')
  const second = await Laptop.of('乙')
  valueOf(
    await lead.store.write([
      { entity: 'person', entityId: '组长', path: 'name', value: '组长', ...lead.author },
    ]),
  )
  valueOf(await leadProject(lead.store, ['组长'], lead.author, TEAM_PORT))
  for (const assessor of [first, second]) {
    const { device, recipient } = assessor.keys
    valueOf(await addDevice(lead.store, { device, recipient, names: [assessor.name] }, lead.author))
  }
  for (const assessor of [first, second]) {
    valueOf(await followLead(assessor.store, lead.keys.device))
    const verdicts = await assessor.merge(await lead.send(assessor, [], 'assignment'))
    if (verdicts[0] !== 'sound') throw new Error(verdicts[0])
  }
  return { lead, first, second }
}
