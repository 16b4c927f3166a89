import type { Change } from '../../domain/changes/Change'
import { elementOfPath } from '../../domain/changes/elements'
import { foldChanges } from '../../domain/changes/foldChanges'
import { formOf, type Forms } from '../../domain/instrument/Forms'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { faultOfAgreement, hashOfAnswer } from '../../domain/interview/agreedLedger'
import { NO_ANSWERS, type InterviewAnswers } from '../../domain/interview/Answers'
import { isBookkeeping } from '../../domain/interview/bookkeeping'
import { notesIn } from '../../domain/interview/notes'
import { overlayAnswers } from '../../domain/interview/overlayAnswers'
import { paperIn } from '../../domain/interview/paper'
import { readInterview } from '../../domain/interview/readInterview'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Json } from '../../domain/shared/Json'
import { rosterVillages } from '../roster/adoptRoster'
import { ROUNDS, type Round } from '../assess/AnswerRecord'
import { interviewOfRound, recordOfRound } from '../assess/assessHousehold'
import { fieldworkOf } from '../households/fieldworkOf'
import { projectHouseholds } from '../households/projectHouseholds'
import type { ProjectStore } from '../store/ProjectStore'

/** One interview whose answers are written. */
interface CountingInterview {
  readonly household: RosterHousehold
  readonly round: Round
  readonly own: InterviewAnswers
  /** With the first round's, where it corrects that. */
  readonly standing: InterviewAnswers
  readonly changes: readonly Change[]
  readonly instrument: Instrument
}

/**
 * Every settled answer of the interviews that count, and every note beside one, as a line of an answers file (`docs/formats.md`),
 * in the order of their making; a correction comes as its latest answer. Left out: conflicts, which have no answer; interviews that
 * were set aside for another of their round; and without the fieldwork what `yihu assess` could not find in the list, households
 * found and members moved in the field. `isWanted`: of which households; left out: all.
 */
export async function* answerLines(
  store: ProjectStore,
  isWithFieldwork: boolean,
  forms: Forms,
  isWanted: (household: string) => boolean = () => true,
): AsyncGenerator<string> {
  const { moves } = isWithFieldwork ? { moves: [] } : await fieldworkOf(store)
  const moved = new Set<unknown>(moves.map(({ member }) => member))
  for await (const ofVillage of isWithFieldwork ? settledVillages(store) : rosterVillages(store)) {
    const listed = ofVillage.filter(({ id }) => isWanted(id))
    const changes = await store.changesOfHouseholds(listed.map(({ id }) => id))
    for (const household of listed) {
      const known = changes.get(household.id) ?? []
      const first = recordOfRound(known, 'first', forms)?.answers ?? NO_ANSWERS
      for (const round of ROUNDS) {
        const counting = interviewOfRound(known, round)
        if (counting === undefined) continue
        const { answers: own, instrumentVersion } = readInterview(...counting, forms)
        const instrument = formOf(forms, instrumentVersion) ?? forms.currentInstrument
        const standing = round === 'verification' ? overlayAnswers(first, own, instrument) : own
        const lines = linesOfInterview(
          { household, round, own, standing, changes: counting[1], instrument },
          moved,
        )
        for (const line of lines) yield `${JSON.stringify(line)}\n`
      }
    }
  }
}

async function* settledVillages(store: ProjectStore): AsyncGenerator<readonly RosterHousehold[]> {
  for await (const ofVillage of projectHouseholds(store)) yield ofVillage.map(({ household }) => household)
}

function* linesOfInterview(
  interview: CountingInterview,
  moved: ReadonlySet<unknown>,
): Generator<Readonly<Record<string, Json>>> {
  const { household, round, standing, changes, instrument } = interview
  const { roles } = instrument
  const mark = paperIn(changes)
  const paper = mark && { takenOn: mark.takenOn, askedBy: mark.askedBy }
  const ofList = new Set(household.members.map((member) => member.id))
  const settled = [...foldChanges(changes)].flatMap(([path, state]) =>
    state.isConflict || state.value === null || isBookkeeping(path) ? [] : [[path, state] as const],
  )
  settled.sort(([, left], [, right]) => (left.history[0]?.lamport ?? 0) - (right.history[0]?.lamport ?? 0))
  for (const [path, { value, evidence, head }] of settled) {
    // Who moved in is none of the list's household.
    if (moved.has(value) && !ofList.has(String(value))) continue
    const place = placeOf(path, interview)
    if (place === null || faultOfAgreement(path, standing, household, roles) === 'unread') continue
    const givenFor = hashOfAnswer(path, standing, household, roles)
    yield {
      ...place,
      value,
      ...(evidence !== undefined && { evidence: evidence as Json }),
      ...(givenFor !== null && { givenFor }),
      ...(paper !== null && path === roles.outcome.question && { paper }),
      round,
      by: head.person,
      at: head.at,
    }
  }
  for (const { about, text, by, at } of notesIn(changes)) {
    const place = placeOf(about, interview)
    if (place !== null) yield { ...place, note: text, round, by, at }
  }
}

/** Household, member, line and question of an answer's path; null where the file cannot have it. */
function placeOf(path: string, { household, own: { labels, lines, addedMembers } }: CountingInterview) {
  const element = elementOfPath(path)
  if (element?.rest === '') return null
  if (element?.list === 'lines' && !lines.has(element.id)) return null
  const isMember = (id: string): boolean =>
    addedMembers.includes(id) || household.members.some((member) => member.id === id)
  if (element?.list === 'members' && !isMember(element.id)) return null
  const label = element === undefined ? null : (labels.get(element.id) ?? element.id)
  return {
    household: household.id,
    member: element?.list === 'members' ? label : null,
    line: element?.list === 'lines' ? label : null,
    question: element?.rest ?? path,
  }
}
