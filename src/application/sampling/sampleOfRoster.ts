import type { RosterHousehold } from '../../domain/roster/Roster'
import { refusal, refusals, success, type Result } from '../../domain/shared/Result'
import type { ImportedRoster } from '../roster/importRoster'
import { hasAnswers, type RosterAnswers } from '../roster/rosterAnswers'
import { frameOf } from './frameOf'
import { makeSample, type MadeSample, type SamplingPorts } from './makeSample'
import { replaySample } from './replaySample'
import type { SampleLog } from './SampleLog'
import { wantedPlan, type WantedPlan } from './wantedPlan'

/** A sample with the list that it was drawn from. */
export interface RosterSample extends MadeSample {
  readonly households: readonly RosterHousehold[]
}

/**
 * Draws from lists as they were read with these answers. What is wrong with the lists themselves is reported with every sample, drawn or
 * refused. Refused: `sample_rows_rejected` unless rejected rows are accepted, and what `wantedPlan` and `makeSample` refuse.
 */
export function drawOfRoster(
  roster: ImportedRoster,
  answers: RosterAnswers,
  wanted: WantedPlan & { readonly isRejectedAccepted: boolean },
  ports: SamplingPorts,
): Promise<Result<RosterSample>> {
  const { read, rejected } = roster.rows
  return ofRoster(roster, async (households) => {
    if (rejected > 0 && !wanted.isRejectedAccepted)
      return refusal('sample_rows_rejected', String(rejected), { read })
    const frame = frameOf(households)
    const plan = await wantedPlan(wanted, frame)
    const made = plan.ok ? makeSample(frame, plan.value, ports) : plan
    if (!made.ok) return made
    const accepted = { rows: rejected, accepted: true, reason: null } as const
    const log = {
      ...made.value.log,
      ...(hasAnswers(answers) && { answers }),
      ...(rejected > 0 && { rejected: accepted }),
    }
    return success({ ...made.value, log })
  })
}

/** Draws again what a log has drawn, from the same lists. Refused: see `replaySample`. */
export function replayOfRoster(
  roster: ImportedRoster,
  log: SampleLog,
  ports: SamplingPorts,
): Promise<Result<RosterSample>> {
  return ofRoster(roster, (households) => {
    const replayed = replaySample(log, frameOf(households), ports)
    return replayed.ok ? success({ log: replayed.value, warnings: [] }) : replayed
  })
}

async function ofRoster(
  { refused, households, problems }: ImportedRoster,
  makeOf: (households: readonly RosterHousehold[]) => Result<MadeSample> | Promise<Result<MadeSample>>,
): Promise<Result<RosterSample>> {
  if (refused) return refusals(problems)
  const made = await makeOf(households)
  if (!made.ok) return refusals([...made.problems, ...problems])
  return success({ log: made.value.log, warnings: [...problems, ...made.value.warnings], households })
}
