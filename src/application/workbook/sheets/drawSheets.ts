import { interviewedOf, type RecordedDraw } from '../../sampling/sampleDraws'
import type { Texts } from '../../texts/Texts'
import type { WorkbookColumn, WorkbookSheet } from '../WorkbookSheet'

/** Every draw of the sample, the one in force among them, with its seed, who answers for it, and what was interviewed of it. */
export function drawSheets(
  draws: readonly RecordedDraw[],
  completed: ReadonlySet<string>,
  texts: Texts,
): readonly WorkbookSheet[] {
  if (draws.length === 0) return []
  const column = (name: string, width: number, kind: WorkbookColumn['kind'] = 'text'): WorkbookColumn => ({
    header: texts.term('columns', name),
    width,
    kind,
  })
  return [
    {
      name: texts.term('sheets', 'draws'),
      isList: true,
      columns: [
        column('sampleInForce', 10),
        column('when', 18, 'instant'),
        column('drawnBy', 12),
        column('secondPerson', 12),
        column('drawnAgainWhy', 40),
        column('design', 12),
        column('seed', 24),
        column('drawMethod', 20),
        column('generator', 26),
        column('population', 12, 'integer'),
        column('drawnHouseholds', 12, 'integer'),
        column('drawReserves', 12, 'integer'),
        column('drawInterviewed', 14, 'integer'),
        column('earlierInterviewed', 18, 'integer'),
        column('earlierLost', 18, 'integer'),
      ],
      rows: draws.map(({ log, person, at, reason, isInForce }) => [
        texts.term('marks', isInForce ? 'yes' : 'no'),
        at,
        person,
        log.redrawn?.confirmedBy ?? null,
        reason || null,
        texts.term('sampleDesigns', log.plan.design),
        log.plan.seed,
        log.method,
        log.generator,
        log.result.population,
        log.result.size,
        log.result.strata.reduce((sum, { reserves }) => sum + reserves.length, 0),
        interviewedOf(log, completed),
        log.redrawn?.interviewed ?? null,
        log.redrawn?.lost ?? null,
      ]),
    },
  ]
}
