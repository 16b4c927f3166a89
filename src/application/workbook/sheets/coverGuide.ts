import type { Texts, TermOf } from '../../texts/Texts'
import type { WorkbookSheet } from '../WorkbookSheet'

/** A line of the cover that only tells. */
export interface GuideLine {
  readonly words: string
  readonly said: string
}

/** A sheet that the cover says something of. */
export type ToldSheet = Pick<WorkbookSheet, 'key' | 'name' | 'isHidden'>

const WRITINGS = ['not_applicable', 'unanswered', 'conflict', 'hidden'] as const

/** How the workbook is read: what may be written where, what stands in place of a value, what each sheet is for. */
export function guideLines(sheets: readonly ToldSheet[], texts: Texts): readonly GuideLine[] {
  const guide = (name: TermOf<'guide'>): string => texts.term('guide', name)
  return [
    { words: guide('howToRead'), said: guide('reading') },
    { words: guide('whatToWrite'), said: guide('writing') },
    { words: guide('wayBack'), said: guide('comingBack') },
    ...WRITINGS.map((writing) => ({
      words: `${guide('cell')}${texts.term('writings', writing)}`,
      said: texts.term('writingMeanings', writing),
    })),
    { words: guide('emptyCell'), said: guide('empty') },
    ...sheets
      .filter(({ isHidden }) => isHidden !== true)
      .map(({ key, name }) => ({
        words: `${guide('sheet')}${name}`,
        said: texts.term('sheetPurposes', key as TermOf<'sheetPurposes'>),
      })),
  ]
}
