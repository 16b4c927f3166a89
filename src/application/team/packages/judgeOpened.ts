import type { ReplicaId } from '../../../domain/changes/Change'
import type { Problem } from '../../../domain/shared/Problem'
import { groupBy } from '../../../domain/shared/groupBy'
import type { Result } from '../../../domain/shared/Result'
import { areaName } from '../../../domain/programmes/census/areaNames'
import { readRoll, type Roll } from '../../../domain/team/Roll'
import type { DeviceId } from '../../../domain/team/Segment'
import { judgePackage } from './judgePackage'
import { closedWork, type ClosedWork } from '../merge/closedWork'
import { othersWork, type OthersWork } from '../merge/othersWork'
import type { OpenedChunk, OpenedPackage, OpenedSegment, TeamPort } from '../TeamPort'
import { projectOf, rollOf, type TeamView } from './TeamView'

/** What became of one package. */
export interface PackageVerdict {
  readonly file: string
  /** Names at the sending device by the roll; null where it is not on it, or the package could not be read. */
  readonly sender: readonly string[] | null
  readonly verdict: 'sound' | 'set_aside' | 'refused'
  /** For a sound one only warnings: parts of others that were set aside, confirmations that do not count. */
  readonly problems: readonly Problem[]
}

/** What is set aside, and accepted when the lead gives a reason. */
const TAKEN_WITH_REASON: ReadonlySet<string> = new Set([
  'device_removed',
  'households_of_others',
  'package_spare_of_another',
  'segments_of_removed',
  'work_of_closed_area',
])

/** Whether something of a package is set aside that the lead may take all the same. */
export function canBeTaken({ problems }: PackageVerdict): boolean {
  return problems.some(({ code }) => TAKEN_WITH_REASON.has(code))
}

/** A package with what of it is taken: nothing of one that is refused or set aside. */
export interface JudgedPackage {
  readonly verdict: PackageVerdict
  readonly taken: OpenedPackage | null
  /** The parts of a sound one that are set aside because the households are assigned to others. */
  readonly others: readonly OthersWork[]
  /** The parts of a sound one that are set aside because the area is closed. */
  readonly closed: readonly ClosedWork[]
}

export interface Judging {
  readonly port: TeamPort
  /** Files that are set aside, or carry work of removed devices, and that the lead takes all the same. */
  readonly acceptRemoved: ReadonlySet<string>
  /** Files of which the lead takes what is written in others' households too. */
  readonly acceptOthers: ReadonlySet<string>
  /** Files of which the lead takes what is written in closed areas too. */
  readonly acceptClosed: ReadonlySet<string>
}

/** What a package is by the roll and the assignments, or why it could not be opened. */
export async function judgeOpened(
  file: string,
  result: Result<OpenedPackage>,
  view: TeamView,
  { port, acceptRemoved, acceptOthers, acceptClosed }: Judging,
): Promise<JudgedPackage> {
  if (!result.ok) return notTaken({ file, sender: null, verdict: 'refused', problems: result.problems })
  const opened = result.value
  const project = projectOf(view)
  const roll = readRoll(project)
  const sender = namesOnRoll(opened.manifest.sender.device, roll)
  const judged = judgePackage(opened, view, project, roll, port)
  if (!judged.ok) return notTaken({ file, sender, verdict: 'refused', problems: judged.problems })
  const { doubt, removed, unknown, uncounted } = judged.value
  const isAccepted = acceptRemoved.has(file)
  if (doubt !== null && !isAccepted)
    return notTaken({ file, sender, verdict: 'set_aside', problems: [aside(doubt, file, sender)] })
  const gone = new Set(isAccepted ? [] : removed.map(({ device }) => device))
  const others = acceptOthers.has(file) ? [] : await othersWork(opened, project, roll, view)
  const closed = acceptClosed.has(file) ? [] : await closedWork(opened, view)
  const left = new Set([...unknown, ...[...others, ...closed].flatMap(({ chunks }) => chunks)])
  const problems = [
    ...(isAccepted ? [] : removed).map(({ names }) => aside({ code: 'segments_of_removed' }, file, names)),
    ...(unknown.size > 0 ? [aside({ code: 'facts_unknown' }, file, [String(unknown.size)])] : []),
    ...othersProblems(others, file, roll),
    ...closedProblems(closed, file, roll),
    ...uncounted.map((name) => aside({ code: 'confirmation_not_counted' }, file, [name])),
  ]
  const taken = withoutParts(
    opened,
    ({ segment }, chunk) => gone.has(segment.header.device) || left.has(chunk),
  )
  return { verdict: { file, sender, verdict: 'sound', problems }, taken, others, closed }
}

/** One for each device that wrote in others' households. */
function othersProblems(others: readonly OthersWork[], file: string, roll: Roll): readonly Problem[] {
  return [...groupBy(others, ({ device }) => device)].map(([device, own]) => {
    const households = own.slice(0, HOUSEHOLDS_NAMED).map(({ household }) => household)
    const details = { count: own.length, households: households.join(', ') }
    return aside({ code: 'households_of_others', details }, file, namesOnRoll(device, roll))
  })
}

/** One for each device that wrote in closed areas. */
function closedProblems(closed: readonly ClosedWork[], file: string, roll: Roll): readonly Problem[] {
  return [...groupBy(closed, ({ device }) => device)].map(([device, own]) => {
    const places = own.slice(0, HOUSEHOLDS_NAMED).map(({ household, area }) => household ?? areaName(area))
    const areas = [...new Set(own.map(({ area }) => areaName(area)))].slice(0, HOUSEHOLDS_NAMED)
    const details = { count: own.length, places: places.join(', '), areas: areas.join(', ') }
    return aside({ code: 'work_of_closed_area', details }, file, namesOnRoll(device, roll))
  })
}

const HOUSEHOLDS_NAMED = 10

/**
 * A sound package with changes that are known here under the same number with other content: a device, or a copy of its disk, has
 * written two different changes under one number. What came first stays; that device's changes in this package are set aside,
 * and the whole package if it sent it itself.
 */
export function withoutForked(
  judged: JudgedPackage,
  forked: ReadonlySet<ReplicaId>,
  view: TeamView,
): JudgedPackage {
  const { verdict, taken } = judged
  if (taken === null) return judged
  const devices = new Set(
    taken.segments.flatMap(({ segment: { header } }) => (forked.has(header.replica) ? [header.device] : [])),
  )
  if (devices.size === 0) return judged
  const roll = rollOf(view)
  const forks = [...devices].map((device) =>
    aside({ code: 'device_forked' }, verdict.file, namesOnRoll(device, roll)),
  )
  const problems = [...verdict.problems, ...forks]
  if (devices.has(taken.manifest.sender.device))
    return notTaken({ ...verdict, verdict: 'set_aside', problems: problems.toReversed() })
  const rest = withoutParts(taken, ({ segment }) => devices.has(segment.header.device))
  return { ...judged, verdict: { ...verdict, problems }, taken: rest }
}

/** Who works at a device by the roll; null of one that it does not have, whatever it calls itself. */
function namesOnRoll(device: DeviceId, roll: Roll): readonly string[] | null {
  return roll.get(device)?.names ?? null
}

function notTaken(verdict: PackageVerdict): JudgedPackage {
  return { verdict, taken: null, others: [], closed: [] }
}

function aside(
  doubt: Pick<Problem, 'code' | 'details'>,
  file: string,
  names: readonly string[] | null,
): Problem {
  return { ...doubt, severity: 'warning', place: { file }, value: names?.join(' ') ?? null }
}

/** The package without some of its parts; a segment of which none is left is left out. */
function withoutParts(
  opened: OpenedPackage,
  isLeftOut: (segment: OpenedSegment, chunk: OpenedChunk) => boolean,
): OpenedPackage {
  const segments = opened.segments.flatMap((segment) => {
    const chunks = segment.chunks.filter((chunk) => !isLeftOut(segment, chunk))
    if (chunks.length === segment.chunks.length) return [segment]
    return chunks.length === 0
      ? []
      : [{ ...segment, chunks, changes: chunks.flatMap(({ changes }) => changes) }]
  })
  return { ...opened, segments }
}
