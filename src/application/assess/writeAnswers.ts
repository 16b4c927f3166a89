import { elementOfDraft, type ChangeDraft } from '../../domain/changes/ChangeDraft'
import { EVERY_LINE } from '../../domain/interview/agreedLedger'
import { groupBy } from '../../domain/shared/groupBy'
import { success, type Result } from '../../domain/shared/Result'
import { ANSWER, INTERVIEW_FACTS, draftInterviewFact } from '../facts/interviewFacts'
import { draftProjectFact, PROJECT_FACTS } from '../facts/projectFacts'
import { draftPersonFact } from '../facts/personFacts'
import type { ProjectStore } from '../store/ProjectStore'
import type { AnswerRecord } from './AnswerRecord'

export interface AnswersOrigin {
  /** Version of the instrument the interviews begin with. */
  readonly instrumentVersion: string
  /** Person and ISO instant for lines that name none. */
  readonly person: string
  readonly at: string
  /** Distinguishes interviews from different sources. */
  readonly copy: string
}

/** Writes valid answer records as changes, one write per interview; a later line about the same question corrects it. */
export async function writeAnswers(
  store: ProjectStore,
  records: readonly AnswerRecord[],
  origin: AnswersOrigin,
): Promise<Result<null>> {
  const people = new Set(records.flatMap(({ by }) => (by === null ? [] : [by])))
  const added = await store.write(
    [origin.person, ...people].map((name) => draftPersonFact(name, { person: origin.person, at: origin.at })),
  )
  if (!added.ok) return added
  for (const [interview, ofInterview] of groupBy(
    records,
    ({ household, round }) => `${household}/${round}/${origin.copy}`,
  )) {
    const written = await store.write(draftsOf(interview, ofInterview, origin))
    if (!written.ok) return written
  }
  return success(null)
}

function draftsOf(
  interview: string,
  records: readonly AnswerRecord[],
  origin: AnswersOrigin,
): readonly ChangeDraft[] {
  const drafts: ChangeDraft[] = []
  const elements = new Map<string, number>()
  const { person } = origin
  const begun = records[0]?.at ?? origin.at
  const author = { person, at: begun }
  drafts.push(draftInterviewFact(interview, INTERVIEW_FACTS.begun, [], origin.instrumentVersion, author))

  /** Path of the list element that a label stands for; the first mention makes it. */
  function elementPath(list: 'members' | 'lines', label: string, at: string): string {
    const key = `${list}/${label}`
    const known = elements.get(key)
    const index = known ?? drafts.length
    const path = `${list}/${elementOfDraft(index)}`
    if (known === undefined) {
      elements.set(key, index)
      drafts.push(
        draftInterviewFact(interview, INTERVIEW_FACTS[list], [elementOfDraft(index)], label, { person, at }),
      )
    }
    return path
  }

  for (const record of records) {
    const { member, line, question, value, evidence, reason, givenFor, isHeard, note, paper } = record
    const at = record.at ?? origin.at
    const author = { person: record.by ?? origin.person, at }
    const place =
      line !== null
        ? `${elementPath('lines', line, at)}/`
        : member === null
          ? ''
          : `${isNewMember(member) ? elementPath('members', member, at) : `members/${member}`}/`
    if (note !== undefined) {
      const parts = [elementOfDraft(drafts.length), place + question]
      drafts.push(draftInterviewFact(interview, INTERVIEW_FACTS.note, parts, note, author))
      continue
    }
    if (paper !== undefined) {
      const { household } = record
      drafts.push(
        draftInterviewFact(interview, INTERVIEW_FACTS.paper, [], { ...paper }, author),
        draftProjectFact(PROJECT_FACTS.paper, [household], true, author),
      )
    }
    const said = { evidence, ...author, ...(reason !== undefined && { reason }) }
    drafts.push(draftInterviewFact(interview, ANSWER, [place + question], value, said))
    if (givenFor === undefined || value === null) continue
    const named = [elementOfDraft(drafts.length - 1)]
    drafts.push(draftInterviewFact(interview, INTERVIEW_FACTS.givenFor, named, givenFor, author))
    if (isHeard === true)
      drafts.push(draftInterviewFact(interview, INTERVIEW_FACTS.read, [EVERY_LINE, givenFor], true, author))
  }
  return drafts
}

function isNewMember(member: string): boolean {
  return member.startsWith('new-')
}
