import type { Change } from '../../domain/changes/Change'
import { elementOfPath } from '../../domain/changes/elements'
import { foldChanges } from '../../domain/changes/foldChanges'
import { isBookkeeping } from '../../domain/interview/bookkeeping'
import { readInterview } from '../../domain/interview/readInterview'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { rosterVillages } from '../adoptRoster'
import { ROUNDS, type Round } from '../assess/AnswerRecord'
import { interviewOfRound } from '../assess/assessHousehold'
import { fieldworkOf } from '../households/fieldworkOf'
import { projectHouseholds } from '../households/projectHouseholds'
import type { ProjectStore } from '../store/ProjectStore'

/**
 * Every settled answer of the interviews that count as a line of an answers file (`docs/formats.md`), in the order of their
 * making; a correction comes as its latest answer. Left out: conflicts, which have no answer; interviews that were set aside for
 * another of their round; and without the fieldwork what `yihu assess` could not tell from the list, households found and members
 * moved in the field.
 */
export async function* answerLines(store: ProjectStore, isWithFieldwork: boolean): AsyncGenerator<string> {
  const { moves } = isWithFieldwork ? { moves: [] } : await fieldworkOf(store)
  const moved = new Set<unknown>(moves.map(({ member }) => member))
  for await (const listed of isWithFieldwork ? settledVillages(store) : rosterVillages(store)) {
    const changes = await store.changesOfHouseholds(listed.map(({ id }) => id))
    for (const { id, members } of listed) {
      const own = changes.get(id) ?? []
      const ofList = new Set(members.map((member) => member.id))
      for (const round of ROUNDS) {
        const counting = interviewOfRound(own, round)
        if (counting !== undefined) yield* linesOfInterview(id, ofList, moved, round, ...counting)
      }
    }
  }
}

async function* settledVillages(store: ProjectStore): AsyncGenerator<readonly RosterHousehold[]> {
  for await (const ofVillage of projectHouseholds(store)) yield ofVillage.map(({ household }) => household)
}

function* linesOfInterview(
  household: string,
  ofList: ReadonlySet<string>,
  moved: ReadonlySet<unknown>,
  round: Round,
  id: string,
  changes: readonly Change[],
): Generator<string> {
  const { answers } = readInterview(id, changes)
  const { labels, lines, addedMembers } = answers
  const settled = [...foldChanges(changes)].flatMap(([path, state]) =>
    state.isConflict || state.value === null || isBookkeeping(path) ? [] : [[path, state] as const],
  )
  settled.sort(([, left], [, right]) => (left.history[0]?.lamport ?? 0) - (right.history[0]?.lamport ?? 0))
  for (const [path, { value, evidence, head }] of settled) {
    // Who moved in is none of the list's household.
    if (moved.has(value) && !ofList.has(String(value))) continue
    const element = elementOfPath(path)
    if (element?.rest === '') continue
    if (element?.list === 'lines' && !lines.has(element.id)) continue
    if (element?.list === 'members' && !ofList.has(element.id) && !addedMembers.includes(element.id)) continue
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
