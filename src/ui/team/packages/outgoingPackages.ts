import { ref, shallowRef, type Ref } from 'vue'
import type { SaveManyOutcome, SaveOutcome } from '../../../application/Platform'
import { makeAssignments } from '../../../application/team/packages/makeAssignments'
import { makePackage, type PackageOrder } from '../../../application/team/packages/makePackage'
import { keepSent } from '../../../application/team/packages/packageTraffic'
import type { PackageKind } from '../../../application/team/TeamPort'
import type { Problem } from '../../../domain/shared/Problem'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import type { DeviceId } from '../../../domain/team/Segment'
import { useServices } from '../../app/services'
import { useSession } from '../../app/session/session'
import { useTeam, type RollLine } from '../team'
import { packageName } from './packageName'

/** What the window sets of a package; the rest is the same for all. */
type WantedPackage = Omit<PackageOrder, 'title' | 'names' | 'made'>

/** Packages that go out: assignments, results and backups, each saved where the user says. */
export function outgoingPackages(isBusy: Ref<boolean>) {
  const services = useServices()
  const session = useSession()
  const team = useTeam()
  const outcome = shallowRef<SaveOutcome | null>(null)
  const outcomeOfAll = shallowRef<SaveManyOutcome | null>(null)
  /** How many of the assignments are made, while they are. */
  const making = ref<{ readonly made: number; readonly total: number } | null>(null)
  const outProblems = shallowRef<readonly Problem[]>([])

  /** The lead's assignment for a device, or what was done here, for the lead. */
  async function send(to: DeviceId): Promise<void> {
    const receiver = team.active.find(({ device }) => device === to)
    if (receiver === undefined || team.own === null) return
    await saving(async () => {
      const saved =
        team.role === 'lead'
          ? await saveAssignment(receiver)
          : await save(
              { kind: 'result', recipients: [receiver.recipient], households: null },
              team.own?.names ?? [],
            )
      if (saved.ok) outcome.value = saved.value
      if (!saved.ok || saved.value.kind !== 'saved') return saved
      return noteSent([to], team.role === 'lead' ? 'assignment' : 'result')
    })
  }

  /** The assignments for these devices, all together. */
  async function sendAll(receivers: readonly RollLine[]): Promise<void> {
    const title = session.open?.title
    if (title === undefined || receivers.length === 0) return
    await saving(async () => {
      const made = await assignmentsFor(receivers)
      if (!made.ok) return made
      const at = services.now()
      const files = made.value.map(({ bytes, receiver }) => {
        // One person may have two laptops.
        const mark = services.team.fingerprintOf(receiver.device, receiver.recipient).slice(0, 9)
        const who = receiver.names.join('、').slice(0, 60)
        return { name: `${packageName([who, mark.replace(' ', ''), title], at)}.yihu`, bytes }
      })
      const saved = await services.platform.savePackages(`${packageName([title], at)}.zip`, files)
      outcomeOfAll.value = saved
      const lying = new Set(saved.kind === 'cancelled' ? [] : saved.names)
      const devices = made.value.flatMap(({ receiver }, index) =>
        lying.has(files[index]?.name ?? '') ? [receiver.device] : [],
      )
      return noteSent(devices, 'assignment')
    })
  }

  /** Everything that is known here, for this device and the lead's. */
  async function backUp(): Promise<void> {
    const { own } = team
    if (own === null) return
    const readers = team.active.filter(({ isOwn, isLead }) => isOwn || isLead)
    const recipients = readers.map(({ recipient }) => recipient)
    await saving(async () => {
      const saved = await save({ kind: 'backup', recipients, households: null }, own.names)
      if (saved.ok) outcome.value = saved.value
      return saved
    })
  }

  async function saving(work: () => Promise<Result<unknown>>): Promise<void> {
    outcome.value = null
    outcomeOfAll.value = null
    const done = await work()
    outProblems.value = done.ok ? [] : done.problems
  }

  async function saveAssignment(receiver: RollLine): Promise<Result<SaveOutcome>> {
    const title = session.open?.title ?? ''
    const made = await assignmentsFor([receiver])
    if (!made.ok) return made
    const bytes = made.value[0]?.bytes ?? new Uint8Array()
    const name = `${packageName([title, ...receiver.names], services.now())}.yihu`
    return success(await services.platform.savePackage(name, bytes))
  }

  async function assignmentsFor(receivers: readonly RollLine[]) {
    const project = session.open
    if (project === null || team.own === null) return refusal('team_unled')
    const { person, title, store } = project
    const total = receivers.length
    isBusy.value = true
    try {
      const order = { title, names: team.own.names, made: services.now(), person }
      return await makeAssignments(store, receivers, order, services.team, async (made) => {
        making.value = { made, total }
        await services.pause()
      })
    } finally {
      isBusy.value = false
      making.value = null
    }
  }

  /** What was saved for devices is said in the roll from then on. */
  async function noteSent(devices: readonly DeviceId[], kind: PackageKind): Promise<Result<null>> {
    const [project, own] = [session.open, team.own]
    if (project === null || own === null) return refusal('team_unled')
    for (const to of devices) {
      const sent = { own: own.device, to, kind, at: services.now() }
      const kept = await keepSent(project.store, sent, services.team)
      if (!kept.ok) return kept
    }
    await team.load()
    return success(null)
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
      const parts = [title, ...(order.kind === 'backup' ? ['backup'] : []), ...who]
      const name = `${packageName(parts, services.now())}.yihu`
      return success(await services.platform.savePackage(name, made.value))
    } finally {
      isBusy.value = false
    }
  }

  return { outcome, outcomeOfAll, making, outProblems, send, sendAll, backUp, save }
}
