import type { Change } from '../../domain/changes/Change'
import { foldChanges, type EntityState } from '../../domain/changes/foldChanges'
import { isSameName } from '../../domain/shared/isSameName'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { pathOf, readFact } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { Author } from '../households/addFoundHousehold'
import { rejectedRows } from '../roster/rejectedRows'
import type { RosterAnswers } from '../roster/rosterAnswers'
import type { ProjectStore } from '../store/ProjectStore'
import type { PasscodeProof } from '../team/roll/devicePasscodes'
import { wayOf } from '../team/roll/secondPerson'
import { lostWork } from './lostWork'
import { parseSampleLog } from './parseSampleLog'
import type { Redrawn, SampleLog } from './SampleLog'

/**
 * Makes a drawn sample the project's own, with people's answers about the list it was drawn from; an earlier one stays in the
 * history. Refused: `sample_reason_missing` when there is one already and no reason is given for another draw;
 * `sample_locked` when interviews of the earlier sample have begun and no second person agrees (details: how many are lost), and
 * then what `wayOf` refuses;
 * `sample_rejected_reason_missing` when rows of the list were rejected and no reason is given for drawing from it nevertheless.
 */
export async function recordSample(
  store: ProjectStore,
  log: SampleLog,
  author: Author & {
    readonly reason?: string
    readonly rejectedReason?: string
    /** Agrees that it is drawn again; nobody agrees with themselves. */
    readonly confirmedBy?: string
    readonly proof?: Omit<PasscodeProof, 'at'> | undefined
  },
): Promise<Result<readonly Change[]>> {
  const { reason = '', rejectedReason = '', confirmedBy = '', proof, ...by } = author
  const project = foldChanges(await store.changesOf('project', PROJECT))
  if (project.has(PROJECT_FACTS.sample.path) && reason.trim() === '') return refusal('sample_reason_missing')
  const { interviewed, lost } = await lostWork(store, log)
  if (interviewed > 0 && (confirmedBy === '' || isSameName(confirmedBy, by.person)))
    return refusal('sample_locked', String(interviewed), { lost })
  const rows = await rejectedRows(store)
  const why = rejectedReason.trim()
  if (rows > 0 && why === '') return refusal('sample_rejected_reason_missing', String(rows))
  // Last of all: a passcode is tried only where nothing else is in the way.
  const how =
    interviewed > 0 ? await wayOf(store, confirmedBy, proof && { ...proof, at: by.at }) : success(null)
  if (!how.ok) return how
  const rejected = { rows, accepted: true, reason: why }
  const said = reason.trim() === '' ? by : { ...by, reason: reason.trim() }
  const answers = answersIn(project)
  const value = {
    ...log,
    ...(answers && { answers }),
    ...(rows > 0 && { rejected }),
    ...(how.value !== null && { redrawn: { confirmedBy, how: how.value, interviewed, lost } }),
  }
  return store.write([draftProjectFact(PROJECT_FACTS.sample, [], value, said)])
}

/** Who agreed to another draw, by the change that makes it; undefined where it makes none, or nobody had to agree. */
export function redrawnIn({ entity, path, value }: Change): Redrawn | undefined {
  if (entity !== 'project' || path !== PROJECT_FACTS.sample.path) return undefined
  const parsed = parseSampleLog(value)
  return parsed.ok ? parsed.value.redrawn : undefined
}

/** The answers given about the roster in use when it was read; null where there was no question. */
function answersIn(project: EntityState): RosterAnswers | null {
  const { roster, rosterAnswers } = PROJECT_FACTS
  const hash = readFact(roster, project.get(roster.path)?.heads.at(-1))
  if (hash === undefined) return null
  return readFact(rosterAnswers, project.get(pathOf(rosterAnswers, hash))?.heads.at(-1)) ?? null
}
