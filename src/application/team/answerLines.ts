import type { Change } from '../../domain/changes/Change'
import { elementOfPath } from '../../domain/changes/elements'
import { foldChanges } from '../../domain/changes/foldChanges'
import { isBookkeeping, roundOf } from '../../domain/interview/bookkeeping'
import { readInterview } from '../../domain/interview/readInterview'
import { groupBy } from '../../domain/shared/groupBy'
import type { ProjectStore } from '../store/ProjectStore'

/** Households read at a time. */
const HOUSEHOLDS_AT_ONCE = 100

/**
 * Every settled answer as a line of an answers file (`docs/formats.md`), in the order of their making; a correction comes as its
 * latest answer. Conflicts have no answer and are left out.
 */
export async function* answerLines(store: ProjectStore): AsyncGenerator<string> {
  const households = await store.householdsWithChanges()
  for (let at = 0; at < households.length; at += HOUSEHOLDS_AT_ONCE) {
    const part = await store.changesOfHouseholds(households.slice(at, at + HOUSEHOLDS_AT_ONCE))
    for (const [household, changes] of part) {
      const interviews = changes.filter(({ entity }) => entity === 'interview')
      for (const [id, own] of groupBy(interviews, ({ entityId }) => entityId))
        yield* linesOfInterview(household, id, own)
    }
  }
}

function* linesOfInterview(household: string, id: string, changes: readonly Change[]): Generator<string> {
  const { answers } = readInterview(id, changes)
  const { labels, lines, addedMembers } = answers
  const round = roundOf(id)
  const settled = [...foldChanges(changes)].flatMap(([path, state]) =>
    state.isConflict || state.value === null || isBookkeeping(path) ? [] : [[path, state] as const],
  )
  settled.sort(([, left], [, right]) => (left.history[0]?.lamport ?? 0) - (right.history[0]?.lamport ?? 0))
  for (const [path, { value, evidence, head }] of settled) {
    const element = elementOfPath(path)
    if (element?.rest === '') continue
    if (element?.list === 'lines' && !lines.has(element.id)) continue
    const isGone = element?.list === 'members' && labels.has(element.id) && !addedMembers.includes(element.id)
    if (isGone) continue
    const label = element === undefined ? null : (labels.get(element.id) ?? element.id)
    yield `${JSON.stringify({
      household,
      member: element?.list === 'members' ? label : null,
      line: element?.list === 'lines' ? label : null,
      question: element?.rest ?? path,
      value,
      ...(evidence !== undefined && { evidence }),
      round,
      by: head.person,
      at: head.at,
    })}\n`
  }
}
