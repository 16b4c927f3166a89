import { DRAWN_VILLAGES } from '../../domain/sampling/DrawnSample'
import { NOT_DRAWN } from '../sampling/sampleMembers'
import type { Texts, TermOf } from './Texts'

/** A stratum as people know it: its place, the kind of its households, and whether they were drawn more or less often. */
export function describeStratum(stratum: string, texts: Texts): string {
  if (stratum === NOT_DRAWN.stratum) return texts.term('measureWords', 'not_drawn')
  if (stratum === DRAWN_VILLAGES) return texts.term('sampleDesigns', 'cluster')
  const parts = stratum.split(' ')
  const [type, group] = parts.slice(-2)
  if (type === undefined || group === undefined) return stratum
  return [
    ...parts.slice(0, -2).filter((part) => part !== ''),
    texts.term('statuses', type as TermOf<'statuses'>),
    ...(group === 'ordinary' ? [] : [texts.term('sampleGroups', group as TermOf<'sampleGroups'>)]),
  ].join(' ')
}
