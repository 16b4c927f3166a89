import type { AnswerRecord } from '../assess/AnswerRecord'
import { writeAnswers } from '../assess/writeAnswers'
import type { ProjectStore } from '../store/ProjectStore'
import { followLead } from '../team/roll/keepRoll'
import { makePackage } from '../team/packages/makePackage'
import { commitMerge, previewMerge } from '../team/merge/mergePackages'
import type { DeviceKeys, PackageKind } from '../team/TeamPort'
import type { TeamMaterial, TeamPlan } from './TeamPlan'
import { valueOf } from './valueOf'

/** Of every interview of the team. */
export const COPY = 'team'
/** The days of the example; the clock decides nothing. */
const ASSIGNMENTS_MADE = '2020-07-01T01:00:00Z'
const RESULTS_MADE = '2020-07-17T01:00:00Z'

/** One laptop of the team. */
export class TeamDesk {
  private constructor(
    readonly name: string,
    readonly store: ProjectStore,
    readonly keys: DeviceKeys,
    private readonly plan: TeamPlan,
    private readonly material: TeamMaterial,
  ) {}

  static async open(name: string, plan: TeamPlan, material: TeamMaterial): Promise<TeamDesk> {
    const keys = await material.keysOf(name)
    return new TeamDesk(name, await material.newStore(plan.projectId, keys, name), keys, plan, material)
  }

  static async join(name: string, lead: TeamDesk, plan: TeamPlan, material: TeamMaterial): Promise<TeamDesk> {
    const desk = await TeamDesk.open(name, plan, material)
    valueOf(await followLead(desk.store, lead.keys.device))
    return desk
  }

  /** Merges a package that another desk makes for this one, as with a stick between them. */
  async take(from: TeamDesk, kind: PackageKind, households: ReadonlySet<string>): Promise<void> {
    const bytes = await from.send(kind, this, households)
    const preview = valueOf(
      await previewMerge(this.store, [{ file: from.name, bytes }], {
        port: this.material.port,
        identity: this.keys.identity,
        forms: this.material.forms,
        rules: null,
        acceptRemoved: new Set(),
        acceptOthers: new Set(),
        acceptClosed: new Set(),
      }),
    )
    const [verdict] = preview.packages
    if (verdict?.verdict !== 'sound') throw new Error(JSON.stringify(verdict))
    valueOf(await commitMerge(this.store, preview))
  }

  async send(kind: PackageKind, to: TeamDesk, households: ReadonlySet<string> | null): Promise<Uint8Array> {
    const { title } = this.plan
    const made = kind === 'result' ? RESULTS_MADE : ASSIGNMENTS_MADE
    const order = { kind, title, recipients: [to.keys.recipient], households, names: [this.name], made }
    return valueOf(await makePackage(this.store, order, this.material.port))
  }

  async interview(records: readonly AnswerRecord[], at: string): Promise<void> {
    const own = records.map((record) => ({ ...record, by: this.name }))
    const { instrumentVersion } = this.material
    valueOf(await writeAnswers(this.store, own, { person: this.name, at, instrumentVersion, copy: COPY }))
  }
}
