import { shallowRef, type Ref } from 'vue'
import type { SaveOutcome } from '../../../application/Platform'
import { householdsOf } from '../../../application/team/assignment/assignments'
import { handOutSpares } from '../../../application/team/assignment/handOutSpares'
import { makePackage, type PackageOrder } from '../../../application/team/packages/makePackage'
import { keepSent } from '../../../application/team/packages/packageTraffic'
import type { PackageKind } from '../../../application/team/TeamPort'
import type { Problem } from '../../../domain/shared/Problem'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import type { DeviceId } from '../../../domain/team/Segment'
import { localMoment } from '../../app/i18n/localTime'
import { useServices } from '../../app/services'
import { useSession } from '../../app/session/session'
import { useTeam } from '../team'

/** What the window sets of a package; the rest is the same for all. */
type WantedPackage = Omit<PackageOrder, 'title' | 'names' | 'made'>

/** Packages that go out: assignments, results and backups, each saved where the user says. */
export function outgoingPackages(isBusy: Ref<boolean>) {
  const services = useServices()
  const session = useSession()
  const team = useTeam()
  const outcome = shallowRef<SaveOutcome | null>(null)
  const outProblems = shallowRef<readonly Problem[]>([])

  /** What was saved for a device is said in the roll from then on. */
  async function noteSent(to: DeviceId, kind: PackageKind): Promise<void> {
    const [project, own] = [session.open, team.own]
    if (project === null || own === null || outcome.value?.kind !== 'saved') return
    const sent = { own: own.device, to, kind, at: services.now() }
    outProblems.value = await session.attempt(() => keepSent(project.store, sent, services.team))
    await team.load()
  }

  /** The lead's assignment for a device, or what was done here, for the lead. */
  async function send(to: DeviceId): Promise<void> {
    const project = session.open
    const receiver = team.active.find(({ device }) => device === to)
    if (project === null || receiver === undefined || team.own === null) return
    const { recipient, names } = receiver
    if (team.role === 'lead') {
      const handedOut = await handOutSpares(project.store, { person: project.person, at: services.now() })
      if (!handedOut.ok) {
        outProblems.value = handedOut.problems
        return
      }
      const households = await householdsOf(project.store, names)
      await sendOut({ kind: 'assignment', recipients: [recipient], households }, names)
      await noteSent(to, 'assignment')
    } else {
      await sendOut({ kind: 'result', recipients: [recipient], households: null }, team.own.names)
      await noteSent(to, 'result')
    }
  }

  /** Everything that is known here, for this device and the lead's. */
  async function backUp(): Promise<void> {
    if (team.own === null) return
    const readers = team.active.filter(({ isOwn, isLead }) => isOwn || isLead)
    const recipients = readers.map(({ recipient }) => recipient)
    await sendOut({ kind: 'backup', recipients, households: null }, team.own.names)
  }

  async function sendOut(order: WantedPackage, who: readonly string[]): Promise<void> {
    outcome.value = null
    const saved = await save(order, who)
    outProblems.value = saved.ok ? [] : saved.problems
    outcome.value = saved.ok ? saved.value : null
  }

  /** Makes a package and lets the user save it; `who` stands in its name. Refused: as `makePackage`. */
  async function save(order: WantedPackage, who: readonly string[]): Promise<Result<SaveOutcome>> {
    const project = session.open
    if (project === null || team.own === null) return refusal('team_unled')
    const { title } = project
    isBusy.value = true
    try {
      const made = await makePackage(
        project.store,
        { ...order, title, names: team.own.names, made: services.now() },
        services.team,
      )
      if (!made.ok) return made
      const moment = localMoment(services.now()).replace(' ', '-').replaceAll(':', '')
      const name = [title, ...(order.kind === 'backup' ? ['backup'] : []), ...who, moment].join('-')
      return success(await services.platform.savePackage(`${name}.yihu`, made.value))
    } finally {
      isBusy.value = false
    }
  }

  return { outcome, outProblems, send, backUp, save }
}
