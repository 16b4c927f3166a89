import { beforeAll, describe, expect, it } from 'vitest'
import { PRACTICE } from '../../../src/adapters/resources/practice'
import { textsOf } from '../../../src/adapters/resources/texts'
import { xformText } from '../../../src/adapters/xlsform/xformText'
import { buildForm } from '../../../src/application/xlsform/buildForm'
import type { Answer, InterviewAnswers } from '../../../src/domain/interview/Answers'
import { evaluateInterview } from '../../../src/domain/interview/evaluateInterview'
import { instancesOf, type Interview } from '../../../src/domain/interview/Interview'
import { runChecks } from '../../../src/domain/interview/runChecks'
import { generateCounty } from '../../../src/domain/practice/generateCounty'
import type { PracticeAnswer, PracticeHousehold } from '../../../src/domain/practice/PracticeHousehold'
import type { RosterHousehold, RosterMember } from '../../../src/domain/roster/Roster'
import { INSTRUMENT } from '../../builders/anInterview'
import { someStandards } from '../../builders/someStandards'
import { odkForm, type OdkForm } from './odkForm'

const STANDARDS = someStandards()
const COUNTY = [...generateCounty({ households: 60, seed: 1, hash: (text) => text }, PRACTICE)].filter(
  ({ answers }) => answers.length > 0,
)

let begin: () => OdkForm

beforeAll(async () => {
  const form = buildForm(
    INSTRUMENT,
    { as_of: STANDARDS.asOf, compulsory_age_min: 6, compulsory_age_max: 15 },
    textsOf('zh-CN'),
  )
  begin = await odkForm(xformText(form))
})

/** What the list knows of a member, as answers: the form has no list. */
function listedFacts({ members }: RosterHousehold): readonly PracticeAnswer[] {
  return members.flatMap((member) =>
    [...INSTRUMENT.prefilled].flatMap(([field, question]): PracticeAnswer[] => {
      const value = member[field] as PracticeAnswer['value'] | null
      const isNone = value === null || (Array.isArray(value) && value.length === 0)
      return isNone ? [] : [{ member: member.id, line: null, question, value }]
    }),
  )
}

/** The household with nothing known of its members but who they are. */
function bare(household: RosterHousehold): RosterHousehold {
  const unknown = Object.fromEntries([...INSTRUMENT.prefilled.keys()].map((field) => [field, null]))
  return {
    ...household,
    members: household.members.map((member): RosterMember => ({ ...member, ...unknown, health: [] })),
  }
}

/** One household being asked in both engines, answer by answer. */
class BothEngines {
  private readonly odk = begin()
  private readonly household: RosterHousehold
  private readonly given: PracticeAnswer[] = []
  private readonly members: string[]
  private readonly lines: string[] = []

  constructor({ household }: PracticeHousehold) {
    this.household = bare(household)
    this.members = household.members.map(({ id }) => id)
    this.odk.answer('household_key', household.id)
    this.odk.answer('assessor', '甲')
    if (household.status !== null) this.odk.answer('register_status', household.status)
    for (const [index, id] of this.members.entries()) this.begin('member', index, id)
  }

  private begin(repeat: 'member' | 'line', index: number, key: string): void {
    if (index > 0) this.odk.addInstance(repeat)
    if (repeat === 'member') this.odk.answer('member_key', key, index + 1)
  }

  answer(answer: PracticeAnswer): void {
    this.given.push(answer)
    const { member, line, question } = answer
    if (member !== null && !this.members.includes(member)) {
      this.members.push(member)
      this.begin('member', this.members.length - 1, member)
    }
    if (line !== null && !this.lines.includes(line)) {
      this.lines.push(line)
      this.begin('line', this.lines.length - 1, line)
    }
    const isWordless = ['image', 'audio', 'signature'].includes(
      INSTRUMENT.questions.get(question)?.data.type ?? '',
    )
    if (!isWordless) this.odk.answer(question, this.odkValue(answer), this.instanceOf(answer))
  }

  private instanceOf({ member, line }: PracticeAnswer): number | undefined {
    if (member !== null) return this.members.indexOf(member) + 1
    return line === null ? undefined : this.lines.indexOf(line) + 1
  }

  private odkValue({ question, value }: PracticeAnswer): string | number | readonly string[] {
    const type = INSTRUMENT.questions.get(question)?.data.type
    if (type !== 'select_one_member' && type !== 'select_multiple_members')
      return value as string | number | readonly string[]
    return [value]
      .flat()
      .map((id) => String(this.odk.valueOf('member_choice', this.members.indexOf(String(id)) + 1)))
  }

  private interview(): Interview {
    const answersOf = (of: (answer: PracticeAnswer) => boolean): Map<string, Answer> =>
      new Map(
        this.given.filter(of).map(({ question, value }) => [question, { value, evidence: 'respondent' }]),
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

  /** Where the two engines differ now, in words. */
  differences(): readonly string[] {
    const interview = this.interview()
    const [ours, theirs] = [new Set<string>(), this.odk.asked()]
    const known = new Set<string>()
    for (const [name, question] of INSTRUMENT.questions)
      for (const [index, instance] of instancesOf(interview, question.scope).entries()) {
        const field = question.scope === 'household' ? name : `${name}@${index + 1}`
        known.add(field)
        if (instance.states[question.slot]?.state !== 'not_applicable') ours.add(field)
      }
    const refused = this.odk.refused()
    const raised = runChecks(interview)
    const fieldOf = (ref: (typeof raised)[number]['refs'][number] | undefined, name?: string): string => {
      const at = ref && this.instanceOf({ member: null, line: null, value: '', ...ref, question: '' })
      return `${name ?? ref?.question}${at === undefined ? '' : `@${at}`}`
    }
    const errors = new Set(raised.filter(({ tier }) => tier === 'error').map(({ refs }) => fieldOf(refs[0])))
    const warnings = new Set(
      raised
        .filter(({ tier, check }) => tier === 'warning' && check !== 'answer_void')
        .map(({ refs, check }) => fieldOf(refs[0], `why_${check}`)),
    )
    const asksWhy = [...theirs].filter((field) => field.startsWith('why_'))
    return [
      ...differing(
        'asked',
        ours,
        [...theirs].filter((field) => known.has(field)),
      ),
      ...differing(
        'refused',
        errors,
        [...refused].filter((field) => known.has(field)),
      ),
      ...differing('warned', warnings, asksWhy),
    ]
  }
}

function differing(what: string, ours: ReadonlySet<string>, theirs: readonly string[]): readonly string[] {
  const other = new Set(theirs)
  return [
    ...[...ours].filter((each) => !other.has(each)).map((each) => `${what} here only: ${each}`),
    ...theirs.filter((each) => !ours.has(each)).map((each) => `${what} there only: ${each}`),
  ]
}

describe('the form in the engine of ODK', () => {
  it('asks, refuses and warns as the engine of the app does, after every answer of a household', () => {
    const household = COUNTY[0] as PracticeHousehold
    const both = new BothEngines(household)
    for (const answer of [...listedFacts(household.household), ...household.answers]) {
      both.answer(answer)
      expect(both.differences(), JSON.stringify(answer)).toEqual([])
    }
  })
  it('comes to the same for households of different stories', () => {
    const stories = [...new Map(COUNTY.map((each) => [each.scenario, each])).values()]
    for (const household of stories.slice(0, 8)) {
      const both = new BothEngines(household)
      for (const answer of [...listedFacts(household.household), ...household.answers]) both.answer(answer)
      expect(both.differences(), household.scenario).toEqual([])
    }
  })
})
