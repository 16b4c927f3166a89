import { isSuspected } from '../../../domain/programmes/assessment/conclusion/Conclusion'
import {
  isWrongInclusion,
  type HouseholdDeterminations,
  type Standing,
} from '../../../domain/programmes/assessment/determination/Determination'
import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type SheetInput, type WorkbookSheet } from '../WorkbookSheet'
import { isCounted, type FigureRow } from './FigureRow'
import { REVIEW_NAMES } from './reviewFormat'

/** Households on which something can be determined, in the order of the review sheet: groups with a choice of words each. */
export interface ReviewGroups {
  readonly wrongExits: readonly FigureRow[]
  readonly omissions: readonly FigureRow[]
  readonly registered: readonly FigureRow[]
}

/** Suspicions first; those that nobody has decided before the others. */
export function groupForReview(rows: readonly FigureRow[]): ReviewGroups {
  const isOpen = ({ measured }: FigureRow): number => (measured.determined === null ? 0 : 1)
  const of = (conclusion: string): readonly FigureRow[] =>
    rows
      .filter(({ measured }) => measured.conclusion === conclusion)
      .toSorted((left, right) => isOpen(left) - isOpen(right))
  return {
    wrongExits: of('suspected_wrong_exit'),
    omissions: of('suspected_omission'),
    registered: rows.filter(({ measured: { status, conclusion } }) => {
      return status !== null && status !== 'unregistered' && !isSuspected(conclusion)
    }),
  }
}

/** One row for every household on which a determination is allowed: what is known, and where the reviewer writes. */
export function reviewSheet(groups: ReviewGroups, texts: Texts): WorkbookSheet {
  const { wrongExits, omissions, registered } = groups
  const column = columnsIn<FigureRow>(texts)
  const word = (standing: Standing | undefined): string | null => standingText(standing, texts)
  const rows = [...wrongExits, ...omissions, ...registered]
  const columns = [
    column('household', 22, 'text', ({ shown, row }) => ({
      value: shown,
      goesTo: { sheet: 'households', row },
    })),
    column('head', 12, 'text', ({ household }) => household.headName),
    column('township', 12, 'text', ({ household }) => household.township),
    column('village', 14, 'text', ({ household }) => household.village),
    column('status', 12, 'text', ({ measured }) => texts.term('statuses', measured.status ?? 'unknown')),
    column('conclusion', 16, 'text', ({ measured }) => texts.term('conclusions', measured.conclusion)),
    column('unmet', 18, 'text', ({ unmet }) => unmet),
    column('decidedBefore', 20, 'text', ({ determinations }) => word(determinations?.suspicion)),
    column('inclusionBefore', 14, 'text', ({ determinations }) => word(determinations?.inclusion)),
    column(
      'rebuttal',
      20,
      'text',
      ({ determinations }) => determinations?.rebuttals.map(({ text }) => text).join('；') || null,
    ),
    column('decision', 16, 'text', () => null),
    column('decisionReason', 34, 'text', () => null),
    column('personsCounted', 8, 'integer', ({ measured }) => measured.persons),
    column('isCountedNow', 8, 'integer', (row) => (isCounted(row) ? 1 : 0)),
    column('wronglyIncluded', 10, 'integer', ({ determinations }) =>
      isIncludedWrongly(determinations) ? 1 : null,
    ),
    column(
      'decisionCode',
      18,
      'text',
      () => '',
      () => 'IF([decision]="","",IFERROR(VLOOKUP(TRIM([decision]),Decision_words,2,FALSE),"?"))',
    ),
    column('key', 14, 'text', ({ household }) => household.id),
    column('fingerprint', 28, 'text', ({ fingerprint }) => fingerprint),
  ]
  const choices = (choicesOf: string, from: number, count: number): readonly SheetInput[] =>
    count === 0 ? [] : [{ column: 'decision', rows: [from, from + count - 1], choices: choicesOf }]
  return {
    ...listSheet({ key: 'review', columns }, rows, texts),
    inputs: [
      { column: 'decision' },
      { column: 'decisionReason' },
      ...choices('L_decisions_exited', 0, wrongExits.length),
      ...choices('L_decisions_unregistered', wrongExits.length, omissions.length),
      ...choices('L_decisions_registered', wrongExits.length + omissions.length, registered.length),
    ],
    names: [
      { name: REVIEW_NAMES.key, column: 'key' },
      { name: REVIEW_NAMES.fingerprint, column: 'fingerprint' },
      { name: REVIEW_NAMES.decision, column: 'decision' },
      { name: REVIEW_NAMES.reason, column: 'decisionReason' },
      { name: 'Review_code', column: 'decisionCode' },
      { name: 'Review_persons', column: 'personsCounted' },
      { name: 'Review_counted', column: 'isCountedNow' },
      { name: 'Review_wrongly_included', column: 'wronglyIncluded' },
    ],
    printedTo: 'decisionReason',
    colours: [
      { columns: ['decision', 'decisionReason'], when: '[decisionCode]="?"', look: 'unmet' },
      { columns: ['decisionReason'], when: 'AND([decision]<>"",[decisionReason]="")', look: 'undetermined' },
      {
        columns: ['key', 'fingerprint', 'decisionCode', 'isCountedNow', 'wronglyIncluded'],
        when: 'TRUE',
        look: 'quiet',
      },
    ],
  }
}

function isIncludedWrongly(determinations: HouseholdDeterminations | undefined): boolean {
  return determinations !== undefined && isWrongInclusion(determinations)
}

/** What was decided, how it stands, and who decided. */
function standingText(standing: Standing | undefined, texts: Texts): string | null {
  switch (standing?.state) {
    case undefined:
    case 'none':
      return null
    case 'contested':
      return texts.term('standings', 'contested')
    case 'final':
    case 'unconfirmed':
    case 'taken_back': {
      const { determination, by, reason } = standing.decision
      const word = texts.term('determinations', determination ?? 'taken_back')
      const stands = texts.term('standings', standing.state).replace('{determination}', word)
      return `${stands}；${by}：${reason}`
    }
  }
}
