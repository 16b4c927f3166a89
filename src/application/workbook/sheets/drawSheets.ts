import { interviewedOf, type RecordedDraw } from '../../sampling/sampleDraws'
import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'

/** Every draw of the sample, the one in force among them, with its seed, who answers for it, and what was interviewed of it. */
export function drawSheets(
  draws: readonly RecordedDraw[],
  completed: ReadonlySet<string>,
  texts: Texts,
): readonly WorkbookSheet[] {
  if (draws.length === 0) return []
  const column = columnsIn<RecordedDraw>(texts)
  const columns = [
    column('sampleInForce', 10, 'text', ({ isInForce }) => texts.term('marks', isInForce ? 'yes' : 'no')),
    column('when', 18, 'instant', ({ at }) => at),
    column('drawnBy', 12, 'text', ({ person }) => person),
    column('secondPerson', 12, 'text', ({ log }) => log.redrawn?.confirmedBy ?? null),
    column('drawnAgainWhy', 40, 'text', ({ reason }) => reason || null),
    column('design', 12, 'text', ({ log }) => texts.term('sampleDesigns', log.plan.design)),
    column('seed', 24, 'text', ({ log }) => log.plan.seed),
    column('drawMethod', 20, 'text', ({ log }) => log.method),
    column('generator', 26, 'text', ({ log }) => log.generator),
    column('population', 12, 'integer', ({ log }) => log.result.population),
    column('drawnHouseholds', 12, 'integer', ({ log }) => log.result.size),
    column('drawReserves', 12, 'integer', ({ log }) =>
      log.result.strata.reduce((sum, { reserves }) => sum + reserves.length, 0),
    ),
    column('drawInterviewed', 14, 'integer', ({ log }) => interviewedOf(log, completed)),
    column('earlierInterviewed', 18, 'integer', ({ log }) => log.redrawn?.interviewed ?? null),
    column('earlierLost', 18, 'integer', ({ log }) => log.redrawn?.lost ?? null),
  ]
  return [listSheet({ key: 'draws', columns }, draws, texts)]
}
