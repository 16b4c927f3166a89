import { chinaTime } from '../../texts/chinaTime'
import type { Texts, TermOf } from '../../texts/Texts'
import type { FullIds } from '../fullIds'
import type { WorkbookSheet } from '../WorkbookSheet'

/** A line of the cover that only tells. */
export interface GuideLine {
  readonly words: string
  readonly said: string
}

/** A sheet that the cover says something of. */
export type ToldSheet = Pick<WorkbookSheet, 'key' | 'name' | 'isHidden'>

const WRITINGS = ['not_applicable', 'unanswered', 'conflict', 'hidden'] as const

/** What stands in place of a value. */
export function writingLines(texts: Texts): readonly GuideLine[] {
  return WRITINGS.map((writing) => ({
    words: `${texts.term('guide', 'cell')}${texts.term('writings', writing)}`,
    said: texts.term('writingMeanings', writing),
  }))
}

/** Who ever asked for ID numbers in full, when (China's time) and why. */
export function fullIdLines(asked: readonly FullIds[], texts: Texts): readonly GuideLine[] {
  const colon = texts.language === 'en' ? ': ' : '：'
  return asked.map(({ by, at, why }) => ({
    words: texts.term('cover', 'fullIdsAsked'),
    said: `${by} ${chinaTime(at)}${colon}${why}`,
  }))
}

/** How the workbook is read: what may be written where, what stands in place of a value, what each sheet is for. */
export function guideLines(sheets: readonly ToldSheet[], texts: Texts): readonly GuideLine[] {
  const guide = (name: TermOf<'guide'>): string => texts.term('guide', name)
  return [
    { words: guide('howToRead'), said: guide('reading') },
    { words: guide('whatToWrite'), said: guide('writing') },
    { words: guide('wayBack'), said: guide('comingBack') },
    ...writingLines(texts),
    { words: guide('emptyCell'), said: guide('empty') },
    ...sheets
      .filter(({ isHidden }) => isHidden !== true)
      .map(({ key, name }) => ({
        words: `${guide('sheet')}${name}`,
        said: texts.term('sheetPurposes', key as TermOf<'sheetPurposes'>),
      })),
  ]
}
