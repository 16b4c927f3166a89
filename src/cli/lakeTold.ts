import { areaText } from '../application/lake/areaText'
import type { LakeTable } from '../application/lake/tables/censusTables'
import type { AreaMeasures, LakeMeasure } from '../application/lake/tables/measures'
import { describeMeasure } from '../application/texts/describeMeasure'
import { percentText } from '../application/texts/percentText'
import type { Texts } from '../application/texts/Texts'
import type { TableHead } from '../domain/programmes/census/tables/CompiledTable'
import { isOfAnybody, tableLines } from './tableLines'

/** A table of an area for the eye; nothing where it has no case. */
export function tableText(
  table: LakeTable,
  heads: ReadonlyMap<string, TableHead>,
  texts: Texts,
): string | null {
  if (!isOfAnybody(table)) return null
  const place = areaText(table.area, texts)
  return tableLines(table, { place, head: heads.get(table.id), compared: undefined, texts }).join('\n')
}

/** The measures of an area for the eye. */
export function measuresText({ area, measures, verdict, places }: AreaMeasures, texts: Texts): string {
  const result = verdict === null ? '' : `  ${texts.term('measureResults', verdict.result)}`
  const counted = places.map((place) => {
    const { interviewed, listed, suspicionsOpen, determinedWrong } = place
    const part = (name: 'interviewed' | 'suspicionsOpen' | 'determinedWrong', count: number): string =>
      `  ${texts.term('columns', name)} ${count}`
    return (
      `  ${areaText(place.area, texts)}  ${texts.term('columns', 'listed')} ${listed}` +
      part('interviewed', interviewed) +
      part('suspicionsOpen', suspicionsOpen) +
      part('determinedWrong', determinedWrong)
    )
  })
  return [
    '',
    `${areaText(area, texts)}${result}`,
    ...measures.map((each) => measureText(each, texts)),
    ...counted,
  ].join('\n')
}

function measureText(measure: LakeMeasure, texts: Texts): string {
  const { value, low, high, threshold, result, open } = measure
  const interval = low === null || high === null ? '' : ` [${percentText(low)}, ${percentText(high)}]`
  const settled =
    threshold === null || result === null
      ? ''
      : `  ${texts.term('measureWords', 'threshold')} ${percentText(threshold)}  ${texts.term('measureResults', result)}`
  const left = open === null || open === 0 ? '' : `  ${texts.term('measureWords', 'open')} ${open}`
  return `  ${describeMeasure(measure, texts)}  ${percentText(value)}${interval}${settled}${left}`
}
