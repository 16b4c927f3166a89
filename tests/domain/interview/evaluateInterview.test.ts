import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CRITERIA } from '../../../src/domain/programmes/assessment/criteria/Criterion'
import { judgeHousehold } from '../../../src/domain/programmes/assessment/conclusion/judgeHousehold'
import type { QuestionData } from '../../../src/domain/instrument/Instrument'
import { stateOf } from '../../../src/domain/interview/Interview'
import { quickFill } from '../../../src/domain/interview/quickFill'
import { runChecks } from '../../../src/domain/interview/runChecks'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aLine, anInterview, INSTRUMENT, type GivenAnswers } from '../../builders/anInterview'
import { someStandards } from '../../builders/someStandards'

const groups = INSTRUMENT.data.groups
const scopeOf = new Map(
  groups.flatMap((group) => group.questions.map(({ name }) => [name, group.scope] as const)),
)

/** Any answers at all, sensible or not, relevant or not, to the questions of a scope. */
function anyAnswers(scope: 'household' | 'member' | 'line'): fc.Arbitrary<GivenAnswers> {
  const questions = groups.flatMap((group) => (group.scope === scope ? group.questions : []))
  const given = fc.record(
    Object.fromEntries(questions.map((question) => [question.name, anyAnswer(question)])),
    {
      requiredKeys: [],
    },
  )
  return given as fc.Arbitrary<GivenAnswers>
}

function anyAnswer({ type, choices, evidence }: QuestionData): fc.Arbitrary<GivenAnswers[string]> {
  const names = (INSTRUMENT.data.choices[choices ?? ''] ?? []).map(({ name }) => name)
  const value =
    type === 'select_one'
      ? fc.constantFrom(...names)
      : type === 'select_multiple'
        ? fc.subarray(names, { minLength: 1 })
        : type === 'integer' || type === 'decimal'
          ? fc.nat(20_000)
          : type === 'date'
            ? fc.constantFrom('2012-02-29', '1950-01-01')
            : fc.constant('m1')
  return fc.record({ value, evidence: fc.constantFrom(...evidence) })
}

const anyCase = fc.record({
  answers: anyAnswers('household'),
  members: fc.record({ m1: anyAnswers('member'), m2: anyAnswers('member') }),
  lines: fc.array(anyAnswers('line'), { maxLength: 4 }),
})
const household = aHousehold({
  members: [aMember(), aMember({ id: 'm2', birthDate: '2011-03-01', health: ['chronic'] })],
})

describe('the engine of the form', () => {
  it('judges the same however often it is asked, and reads nothing but its arguments', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const standards = someStandards()
        const first = judgeHousehold(anInterview({ household, ...given }), standards)
        expect(judgeHousehold(anInterview({ household, ...given }), standards)).toEqual(first)
      }),
      { numRuns: 100 },
    )
  })
  it('lets no answer to a question that does not apply reach a rule', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const standards = someStandards()
        const interview = anInterview({ household, ...given })
        const applies = (question: string, place: { member?: string; line?: string }): boolean => {
          const instance = [...interview.members, ...interview.lines, interview.household].find(
            ({ id, scope }) => scope === scopeOf.get(question) && id === (place.member ?? place.line ?? ''),
          )
          return instance !== undefined && stateOf(interview, instance, question).state !== 'not_applicable'
        }
        const kept = (answers: GivenAnswers, place: { member?: string; line?: string }): GivenAnswers =>
          Object.fromEntries(Object.entries(answers).filter(([question]) => applies(question, place)))
        const only = {
          answers: kept(given.answers, {}),
          members: {
            m1: kept(given.members.m1, { member: 'm1' }),
            m2: kept(given.members.m2, { member: 'm2' }),
          },
          lines: given.lines.map((line, index) => kept(line, { line: String(index + 1) })),
        }
        const { unanswered: _, ...withThem } = judgeHousehold(interview, standards)
        const { unanswered: __, ...without } = judgeHousehold(anInterview({ household, ...only }), standards)
        expect(without).toEqual(withThem)
      }),
      { numRuns: 200 },
    )
  })
  it('has no path from a recall question to any criterion', () => {
    const recall = groups.flatMap((group) => group.questions.filter((question) => question.recall === true))
    expect(recall.map(({ name }) => name)).toEqual(['family_doctor'])
    const criteria: readonly string[] = CRITERIA
    for (const question of recall)
      expect(question.serves.filter((each) => criteria.includes(each))).toEqual([])
    fc.assert(
      fc.property(anyCase, fc.constantFrom('yes', 'no', 'unknown'), (given, answer) => {
        const standards = someStandards()
        const members = { ...given.members, m2: { ...given.members.m2, family_doctor: answer } }
        const { criteria: before } = judgeHousehold(anInterview({ household, ...given }), standards)
        expect(judgeHousehold(anInterview({ household, ...given, members }), standards).criteria).toEqual(
          before,
        )
      }),
      { numRuns: 50 },
    )
  })
  it('asks nobody about what does not apply', () => {
    const interview = anInterview({ answers: { visit_outcome: 'refused' } })
    expect(stateOf(interview, interview.household, 'food_enough')).toEqual({ state: 'not_applicable' })
    expect(stateOf(interview, interview.household, 'outcome_reason')).toEqual({ state: 'unanswered' })
  })
})

describe('the form', () => {
  const questions = groups.flatMap((group) => group.questions)
  it('asks nothing that serves nothing', () => {
    expect(questions.filter(({ serves }) => serves.length === 0)).toEqual([])
  })
  it('offers only observation where its name requires it, and never defaults to a document', () => {
    for (const { name, evidence, defaultEvidence } of questions) {
      if (name.startsWith('observed_')) expect(evidence).toEqual(['observed'])
      expect(defaultEvidence).not.toBe('document')
    }
  })
  it('words every question, choice and check in both languages', () => {
    const texts = [
      ...questions.flatMap(({ label, plain }) => [label, plain]),
      ...Object.values(INSTRUMENT.data.choices)
        .flat()
        .map(({ label }) => label),
      ...INSTRUMENT.data.checks.map(({ message }) => message),
    ]
    for (const text of texts) {
      expect(text['zh-CN']).toMatch(/[\u4e00-\u9fff]/)
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })
})

describe('checks', () => {
  const raised = (given: Parameters<typeof anInterview>[0]): readonly string[] =>
    runChecks(anInterview(given)).map(({ check, tier }) => `${tier} ${check}`)

  it('report nothing when all is well', () => {
    expect(raised({})).toEqual([])
  })
  it.each<[string, Parameters<typeof anInterview>[0]]>([
    ['error outcome_missing', { answers: { visit_outcome: null } }],
    ['error none_with_others_support', { answers: { support_received: ['none', 'health'] } }],
    ['error healthy_and_ill', { members: { m1: { health: ['healthy', 'chronic'] } } }],
    ['error new_member_unnamed', { members: { 'new-1': { member_status: 'new' } } }],
    ['error line_without_amount', { lines: [aLine(1, { amount_yuan: null })] }],
    ['error out_of_range', { members: { m1: { months_home: 13 } } }],
    ['error choice_not_offered', { lines: [aLine(1, { income_item: 'allowance' })] }],
    [
      'warning more_than_twelve_months',
      { members: { m1: { months_home: 6, work_place: 'county', work_months: 7 } } },
    ],
    ['warning piped_but_fetched', { answers: { water_fetch: 'fetch', water_fetch_minutes: 5 } }],
    [
      'warning wages_without_worker',
      { household: aHousehold({ members: [aMember({ laborAbility: 'none' })] }) },
    ],
    ['warning not_read_back', { answers: { ledger_agreement: null } }],
    ['warning cadres_present', { answers: { cadres_absent: 'no' } }],
    ['note respondent_unsure', { answers: { respondent_state: 'child' } }],
  ])('raise: %s', (check, given) => {
    expect(raised(given)).toContain(check)
  })
  it('do not add up months that nobody gave', () => {
    expect(raised({ members: { m1: { months_home: 12, work_place: 'none' } } })).toEqual([])
  })
})

describe('a quick fill', () => {
  it('answers for every member it applies to and who has no answer', () => {
    const interview = anInterview({
      household: aHousehold({ members: [aMember(), aMember({ id: 'm2' }), aMember({ id: 'm3' })] }),
      members: {
        m1: { insurance: null },
        m2: { insurance: 'employee' },
        m3: { insurance: null, member_status: 'left' },
      },
    })
    const medical = groups.find(({ name }) => name === 'medical')
    if (medical === undefined) throw new Error('no group medical')
    expect(quickFill(interview, medical, 'insurance')).toEqual([
      { ref: { question: 'insurance', member: 'm1' }, value: 'resident' },
    ])
    expect(quickFill(interview, medical, 'treatment')).toEqual([])
  })
})
