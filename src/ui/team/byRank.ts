import type { RollLine } from './team'

type Ranked = Pick<RollLine, 'isLead' | 'removed' | 'lastSent'>

/** The lead first, then whoever sent last, whoever never did, and at the end those taken off. */
export function byRank(left: Ranked, right: Ranked): number {
  const ranks = [left, right].map(({ isLead, removed }) => (isLead ? 0 : removed === null ? 1 : 2))
  const sent = [left, right].map(({ lastSent }) => (lastSent === null ? 0 : Date.parse(lastSent)))
  return (ranks[0] ?? 0) - (ranks[1] ?? 0) || (sent[1] ?? 0) - (sent[0] ?? 0)
}
