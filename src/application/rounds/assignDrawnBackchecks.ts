import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import {
  BACKCHECK_METHOD,
  drawBackchecks,
  missingBackchecks,
  type BackcheckPool,
} from '../../domain/rounds/drawBackchecks'
import { GENERATOR } from '../../domain/sampling/randomStream'
import { isFinished } from '../../domain/instrument/Roles'
import { groupBy } from '../../domain/shared/groupBy'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { partsOf } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'
import { checkPerson } from '../team/roll/secondPerson'
import { parseBackcheckDraw, type BackcheckDraw } from './BackcheckDraw'
import { backcheckDrafts, checkersIn, knowsAnswers } from './backchecks'
import { outcomeOf, roundChanges } from './roundChanges'

/** Households whose changes are read at once. */
const READ_AT_ONCE = 200

export interface WantedBackchecks {
  /** Of each assessor's interviewed households; whole number from 1 to 100. */
  readonly sharePercent: number
  /** Who goes: to none where he answered himself. */
  readonly checker: string
  /** Text that nobody chose. */
  readonly seed: string
}

/**
 * Draws back-checks of every assessor's interviewed households until the share is given, and gives them to one person; the
 * draw is kept with all that it takes to draw it again. Refused, with nothing given: `backcheck_share_invalid`,
 * `person_unknown`, `backcheck_nothing_left` (nothing interviewed that nobody back-checks), `backcheck_share_reached`, and `backcheck_all_own`
 * (the person answered in all that are left).
 */
export async function assignDrawnBackchecks(
  store: ProjectStore,
  { sharePercent, checker, seed }: WantedBackchecks,
  digest: (text: string) => string,
  author: Author,
): Promise<Result<BackcheckDraw>> {
  if (!Number.isSafeInteger(sharePercent) || sharePercent < 1 || sharePercent > 100)
    return refusal('backcheck_share_invalid', String(sharePercent))
  const person = await checkPerson(store, checker)
  if (!person.ok) return person
  const interviews = await interviewsOf(store, checker)
  if (interviews.every(({ isGiven }) => isGiven)) return refusal('backcheck_nothing_left')
  const pools = poolsOf(interviews)
  if (pools.every((pool) => missingBackchecks(pool, sharePercent) === 0))
    return refusal('backcheck_share_reached', String(sharePercent))
  const drawn = drawBackchecks({ seed, sharePercent, pools }, digest)
  if (drawn.length === 0) return refusal('backcheck_all_own', checker)
  const draw: BackcheckDraw = {
    method: BACKCHECK_METHOD,
    generator: GENERATOR,
    seed,
    sharePercent,
    checker,
    pools,
    drawn,
  }
  const written = await store.write([
    draftProjectFact(PROJECT_FACTS.backcheckDraw, [seed], draw, author),
    ...drawn.flatMap((household) => backcheckDrafts(household, checker, author)),
  ])
  return written.ok ? success(draw) : written
}

/** A draw with who made it, and when. */
export interface RecordedDraw {
  readonly draw: BackcheckDraw
  readonly person: string
  readonly at: string
}

/** The project's draws, the latest first. */
export async function backcheckDrawsOf(store: ProjectStore): Promise<readonly RecordedDraw[]> {
  const project = foldChanges(await store.changesOf('project', PROJECT))
  const made = [...project].flatMap(([path, { heads }]) =>
    partsOf(PROJECT_FACTS.backcheckDraw, path) === undefined ? [] : heads,
  )
  return made
    .toSorted((left, right) => right.lamport - left.lamport)
    .flatMap(({ value, person, at }) => {
      const draw = parseBackcheckDraw(value)
      return draw === null ? [] : [{ draw, person, at }]
    })
}

/** An interview that was completed. */
interface Interviewed {
  readonly household: string
  readonly assessor: string
  readonly isGiven: boolean
  /** The person in question answered in it himself. */
  readonly isOwn: boolean
}

async function interviewsOf(store: ProjectStore, checker: string): Promise<readonly Interviewed[]> {
  const all = await store.householdsWithChanges()
  const found: Interviewed[] = []
  for (let start = 0; start < all.length; start += READ_AT_ONCE) {
    const changes = await store.changesOfHouseholds(all.slice(start, start + READ_AT_ONCE))
    for (const [household, own] of changes) found.push(...interviewIn(household, own, checker))
  }
  return found
}

function interviewIn(household: string, changes: readonly Change[], checker: string): readonly Interviewed[] {
  const outcome = outcomeOf(roundChanges(changes, 'first'))
  if (outcome === undefined || !isFinished(outcome.value)) return []
  const isGiven = checkersIn(changes).length > 0
  return [{ household, assessor: outcome.person, isGiven, isOwn: knowsAnswers(changes, checker) }]
}

function poolsOf(interviews: readonly Interviewed[]): readonly BackcheckPool[] {
  return [...groupBy(interviews, ({ assessor }) => assessor)].map(([assessor, own]) => ({
    assessor,
    interviewed: own.length,
    given: own.filter(({ isGiven }) => isGiven).length,
    households: own.filter(({ isGiven, isOwn }) => !isGiven && !isOwn).map(({ household }) => household),
  }))
}
