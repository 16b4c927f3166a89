import { areaWords } from '../census/areaWords'
import type { Texts } from '../texts/Texts'
import type { LakeArea } from './LakeArea'

/** An area of a lake as it is read. */
export function areaText({ level, province, city, county, countyName, key }: LakeArea, texts: Texts): string {
  if (level === 'country') return texts.term('areaKinds', 'country')
  const names = [province, city, key === null ? (countyName ?? county) : areaWords(key, texts)]
  return names.filter((name) => name !== null).join(' ')
}
