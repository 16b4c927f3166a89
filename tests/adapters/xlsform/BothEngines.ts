import { textsOf } from '../../../src/adapters/resources/texts'
import { xformText } from '../../../src/adapters/xlsform/xformText'
import { buildForm } from '../../../src/application/xlsform/buildForm'
import type { Answer, InterviewAnswers, QuestionRef } from '../../../src/domain/interview/Answers'
import { evaluateInterview } from '../../../src/domain/interview/evaluateInterview'
import { instancesOf, type Interview } from '../../../src/domain/interview/Interview'
import { runChecks } from '../../../src/domain/interview/runChecks'
import type { PracticeAnswer } from '../../../src/domain/practice/PracticeHousehold'
import type { RosterHousehold, RosterMember } from '../../../src/domain/roster/Roster'
import { isWordless } from '../../../src/domain/instrument/Instrument'
import { INSTRUMENT } from '../../builders/anInterview'
import { someStandards } from '../../builders/someStandards'
import { odkForm, type OdkForm } from './odkForm'

const STANDARDS = someStandards()

/** Begins to fill in the form in the engine of ODK, as often as it is called. */
export function loadOdk(): Promise<() => OdkForm> {
  const given = { as_of: STANDARDS.asOf, compulsory_age_min: 6, compulsory_age_max: 15 }
  return odkForm(xformText(buildForm(INSTRUMENT, given, textsOf('zh-CN'))))
}

/** An answer, or null to take it back. */
export type GivenAnswer = Omit<PracticeAnswer, 'value' | 'evidence'> & {
  readonly value: PracticeAnswer['value'] | null
}

/** What the list knows of a member, as answers: the form has no list. */
export function listedFacts({ members }: RosterHousehold): readonly GivenAnswer[] {
  return members.flatMap((member) =>
    [...INSTRUMENT.prefilled].flatMap(([field, question]): GivenAnswer[] => {
      const value = member[field] as PracticeAnswer['value'] | null
      const isNone = value === null || (Array.isArray(value) && value.length === 0)
      return isNone ? [] : [{ member: member.id, line: null, question, value }]
    }),
  )
}

/** One household being asked in both engines, answer by answer. */
export class BothEngines {
  private readonly household: RosterHousehold
  private readonly given = new Map<string, GivenAnswer>()
  private readonly members: string[] = []
  private readonly lines: string[] = []

  constructor(
    household: RosterHousehold,
    private readonly odk: OdkForm,
  ) {
    this.household = bare(household)
    odk.answer('household_key', household.id)
    odk.answer('assessor', '甲')
    odk.answer('register_status', household.status ?? '')
    for (const { id } of household.members) this.meet('member', this.members, id)
  }

  answer(answer: GivenAnswer): void {
    const { member, line, question, value } = answer
    const type = INSTRUMENT.questions.get(question)?.data.type
    if (type === undefined) throw new Error(`no question ${question}`)
    if (isWordless(type)) return
    if (member !== null) this.meet('member', this.members, member)
    if (line !== null) this.meet('line', this.lines, line)
    const key = [member, line, question].join(' ')
    if (value === null) this.given.delete(key)
    else this.given.set(key, answer)
    this.odk.answer(question, this.odkValue(answer), this.instanceOf(answer))
  }

  /** Where the two engines differ now, in words. A choice that is not offered any more is refused here, and no answer there. */
  differences(): readonly string[] {
    const interview = this.interview(this.notOffered())
    const questions = [...INSTRUMENT.questions].flatMap(([name, { scope, slot }]) =>
      instancesOf(interview, scope).map((instance, index) => ({
        field: scope === 'household' ? name : `${name}@${index + 1}`,
        isAsked: instance.states[slot]?.state !== 'not_applicable',
      })),
    )
    const known = new Set(questions.map(({ field }) => field))
    const ofQuestions = (fields: ReadonlySet<string>) => [...fields].filter((field) => known.has(field))
    const raised = runChecks(interview)
    const errors = raised.filter(({ tier }) => tier === 'error').map(({ refs }) => this.fieldOf(refs[0]))
    const warnings = raised
      .filter(({ tier, check }) => tier === 'warning' && check !== 'answer_void')
      .map(({ refs, check }) => this.fieldOf(refs[0], `why_${check}`))
    const asked = this.odk.asked()
    return [
      ...differing(
        'asked',
        questions.flatMap(({ field, isAsked }) => (isAsked ? [field] : [])),
        ofQuestions(asked),
      ),
      ...differing('refused', errors, ofQuestions(this.odk.refused())),
      ...differing(
        'warned',
        warnings,
        [...asked].filter((field) => field.startsWith('why_')),
      ),
    ]
  }

  private meet(repeat: 'member' | 'line', met: string[], key: string): void {
    if (met.includes(key)) return
    if (met.length > 0) this.odk.addInstance(repeat)
    met.push(key)
    if (repeat === 'member') this.odk.answer('member_key', key, met.length)
  }

  private instanceOf({ member, line }: { readonly member: string | null; readonly line: string | null }) {
    if (member !== null) return this.members.indexOf(member) + 1
    return line === null ? undefined : this.lines.indexOf(line) + 1
  }

  private fieldOf(ref: QuestionRef | undefined, name = ref?.question): string {
    const at = this.instanceOf({ member: ref?.member ?? null, line: ref?.line ?? null })
    return at === undefined ? `${name}` : `${name}@${at}`
  }

  private odkValue({ question, value }: GivenAnswer): string | number | readonly string[] {
    if (value === null) return ''
    const type = INSTRUMENT.questions.get(question)?.data.type
    if (type !== 'select_one_member' && type !== 'select_multiple_members')
      return value as string | number | readonly string[]
    return [value]
      .flat()
      .map((id) => String(this.odk.valueOf('member_choice', this.members.indexOf(String(id)) + 1)))
  }

  /** Answers that ODK's engine leaves out for as long as their choice is not offered. */
  private notOffered(): readonly string[] {
    return runChecks(this.interview()).flatMap(({ check, refs: [ref] }) =>
      check === 'choice_not_offered' && ref !== undefined
        ? [[ref.member ?? null, ref.line ?? null, ref.question].join(' ')]
        : [],
    )
  }

  private interview(left: readonly string[] = []): Interview {
    const answersOf = (of: (answer: GivenAnswer) => boolean): Map<string, Answer> =>
      new Map(
        [...this.given].flatMap(([key, answer]): [string, Answer][] => {
          const { question, value } = answer
          return of(answer) && value !== null && !left.includes(key)
            ? [[question, { value, evidence: 'respondent' }]]
            : []
        }),
      )
    const listed = this.household.members.map(({ id }) => id)
    const added = this.members.filter((id) => !listed.includes(id))
    const answers: InterviewAnswers = {
      household: answersOf(({ member, line }) => member === null && line === null),
      members: new Map(this.members.map((id) => [id, answersOf(({ member }) => member === id)])),
      lines: new Map(this.lines.map((id) => [id, answersOf(({ line }) => line === id)])),
      addedMembers: added,
      labels: new Map(added.map((id) => [id, id])),
      readings: new Map(),
    }
    return evaluateInterview(INSTRUMENT, this.household, answers, STANDARDS)
  }
}

/** The household with nothing known of its members but who they are. */
function bare(household: RosterHousehold): RosterHousehold {
  const unknown = Object.fromEntries([...INSTRUMENT.prefilled.keys()].map((field) => [field, null]))
  return {
    ...household,
    members: household.members.map((member): RosterMember => ({ ...member, ...unknown, health: [] })),
  }
}

function differing(what: string, ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const [here, there] = [new Set(ours), new Set(theirs)]
  return [
    ...[...here].filter((each) => !there.has(each)).map((each) => `${what} here only: ${each}`),
    ...[...there].filter((each) => !here.has(each)).map((each) => `${what} there only: ${each}`),
  ]
}
