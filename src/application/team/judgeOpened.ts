import type { ReplicaId } from '../../domain/changes/Change'
import type { Problem } from '../../domain/shared/Problem'
import type { Result } from '../../domain/shared/Result'
import type { Roll } from '../../domain/team/Roll'
import type { DeviceId } from '../../domain/team/Segment'
import { judgePackage, rollOf, type TeamView } from './judgePackage'
import type { OpenedPackage, TeamPort } from './TeamPort'

/** What became of one package. */
export interface PackageVerdict {
  readonly file: string
  /** Names at the sending device by the roll; null where it is not on it, or the package could not be read. */
  readonly sender: readonly string[] | null
  readonly verdict: 'sound' | 'set_aside' | 'refused'
  /** Of a sound one warnings alone: what of others it carries and was set aside, whose confirmation does not count. */
  readonly problems: readonly Problem[]
}

/** A package with what of it is taken: nothing of one that is refused or set aside. */
export interface JudgedPackage {
  readonly verdict: PackageVerdict
  readonly taken: OpenedPackage | null
}

export interface Judging {
  readonly port: TeamPort
  /** Files that are set aside, or carry work of removed devices, and that the lead takes all the same. */
  readonly acceptRemoved: ReadonlySet<string>
}

/** What a package is by the roll, or why it could not be opened. */
export function judgeOpened(
  file: string,
  result: Result<OpenedPackage>,
  view: TeamView,
  { port, acceptRemoved }: Judging,
): JudgedPackage {
  if (!result.ok) return notTaken({ file, sender: null, verdict: 'refused', problems: result.problems })
  const opened = result.value
  const roll = rollOf(view)
  const sender = namesOnRoll(opened.manifest.sender.device, roll)
  const judged = judgePackage(opened, view, roll, port)
  if (!judged.ok) return notTaken({ file, sender, verdict: 'refused', problems: judged.problems })
  const sound = { file, sender, verdict: 'sound' } as const
  const { doubt, removed, uncounted } = judged.value
  const warnings = uncounted.map((name) => aside({ code: 'confirmation_not_counted' }, file, [name]))
  if (acceptRemoved.has(file)) return { verdict: { ...sound, problems: warnings }, taken: opened }
  if (doubt !== null)
    return notTaken({ ...sound, verdict: 'set_aside', problems: [aside(doubt, file, sender)] })
  const devices = new Set(removed.map(({ device }) => device))
  const others = removed.map(({ names }) => aside({ code: 'segments_of_removed' }, file, names))
  return { verdict: { ...sound, problems: [...others, ...warnings] }, taken: withoutDevices(opened, devices) }
}

/**
 * A sound package of which some changes stand here under the same number with other content: a device, or a copy of its disk, has
 * said two things under one name. What came first stays; what that device says in this package is set aside, all of a package
 * that it sent itself.
 */
export function withoutForked(
  { verdict, taken }: JudgedPackage,
  forked: ReadonlySet<ReplicaId>,
  view: TeamView,
): JudgedPackage {
  if (taken === null) return { verdict, taken }
  const devices = new Set(
    taken.segments.flatMap(({ segment: { header } }) => (forked.has(header.replica) ? [header.device] : [])),
  )
  if (devices.size === 0) return { verdict, taken }
  const roll = rollOf(view)
  const forks = [...devices].map((device) =>
    aside({ code: 'device_forked' }, verdict.file, namesOnRoll(device, roll)),
  )
  const problems = [...verdict.problems, ...forks]
  if (devices.has(taken.manifest.sender.device))
    return notTaken({ ...verdict, verdict: 'set_aside', problems: problems.toReversed() })
  return { verdict: { ...verdict, problems }, taken: withoutDevices(taken, devices) }
}

/** Who works at a device by the roll; null of one that it does not have, whatever it calls itself. */
function namesOnRoll(device: DeviceId, roll: Roll): readonly string[] | null {
  return roll.get(device)?.names ?? null
}

function notTaken(verdict: PackageVerdict): JudgedPackage {
  return { verdict, taken: null }
}

function aside(
  doubt: Pick<Problem, 'code' | 'details'>,
  file: string,
  names: readonly string[] | null,
): Problem {
  return { ...doubt, severity: 'warning', place: { file }, value: names?.join(' ') ?? null }
}

function withoutDevices(opened: OpenedPackage, devices: ReadonlySet<DeviceId>): OpenedPackage {
  if (devices.size === 0) return opened
  return {
    ...opened,
    segments: opened.segments.filter(({ segment }) => !devices.has(segment.header.device)),
  }
}
