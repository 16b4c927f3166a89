import { drawCheckSample, type CheckPlan } from '../../../domain/programmes/census/check/drawCheckSample'
import { sendCheckers } from '../../../domain/programmes/census/check/sendCheckers'
import { METHOD } from '../../../domain/sampling/DrawnSample'
import { GENERATOR } from '../../../domain/sampling/randomStream'
import { groupBy } from '../../../domain/shared/groupBy'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import { PROJECT_FACTS, draftProjectFact } from '../../facts/projectFacts'
import type { Author } from '../../households/addFoundHousehold'
import { backcheckDrafts } from '../../rounds/backchecks'
import type { ProjectStore } from '../../store/ProjectStore'
import { checkPerson } from '../../team/roll/secondPerson'
import { drawnIn, type CheckDraw, type SentHousehold } from './CheckDraw'
import { checkFrameOf, type CheckFrame } from './checkFrame'

export interface WantedCheck extends CheckPlan {
  /** Who can be sent. */
  readonly checkers: readonly string[]
}

/**
 * Draws a post-enumeration check of the enumerated households and gives each to somebody who did not answer in it, to enumerate
 * blind; the draw is kept with all that it takes to draw it again. Whoever back-checks a drawn household already goes on.
 * Refused, with nothing given: `check_nobody_sent`, `person_unknown`, what `drawCheckSample` refuses, and `check_all_own`
 * (enumerated households in which every checker answered): before the draw, so that none is repeated until it suits.
 */
export async function drawCheck(
  store: ProjectStore,
  { checkers, ...plan }: WantedCheck,
  digest: (text: string) => string,
  author: Author,
): Promise<Result<CheckDraw>> {
  if (checkers.length === 0) return refusal('check_nobody_sent')
  for (const checker of checkers) {
    const person = await checkPerson(store, checker)
    if (!person.ok) return person
  }
  const frame = await checkFrameOf(store, checkers)
  const forNobody = [...frame.mayGo.values()].filter((names) => names.length === 0).length
  if (forNobody > 0) return refusal('check_all_own', checkers.join('、'), { households: forNobody })
  const sample = drawCheckSample(frame.villages, plan, digest)
  if (!sample.ok) return sample
  const drawn = sentTo(drawnIn(sample.value), checkers, frame)
  const { seed, villages, households } = plan
  const draw: CheckDraw = {
    method: METHOD,
    generator: GENERATOR,
    seed,
    villages,
    households,
    frame: frame.villages,
    drawn,
  }
  const written = await store.write([
    draftProjectFact(PROJECT_FACTS.checkDraw, [seed], draw, author),
    ...drawn.flatMap(({ household, checker }) =>
      frame.given.has(household) ? [] : backcheckDrafts(household, checker, author),
    ),
  ])
  return written.ok ? success(draw) : written
}

function sentTo(
  drawn: readonly Omit<SentHousehold, 'checker'>[],
  checkers: readonly string[],
  { mayGo, given }: CheckFrame,
): readonly SentHousehold[] {
  const open = drawn.filter(({ household }) => !given.has(household))
  const villages = [...groupBy(open, ({ village }) => village)].map(([village, own]) => ({
    village,
    households: own.map(({ household }) => household),
  }))
  const { sent } = sendCheckers(
    villages,
    checkers,
    (checker, household) => mayGo.get(household)?.includes(checker) === true,
  )
  return drawn.flatMap(({ household, village }) => {
    const checker = given.get(household) ?? sent.get(household)
    return checker === undefined ? [] : [{ household, village, checker }]
  })
}
