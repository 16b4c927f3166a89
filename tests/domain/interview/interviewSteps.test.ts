import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/domain/changes/Change'
import { choicesFor } from '../../../src/domain/interview/choicesFor'
import { groupsInOrder, interviewSteps } from '../../../src/domain/interview/interviewSteps'
import { lastPlace } from '../../../src/domain/interview/lastPlace'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aLine, anInterview, INSTRUMENT } from '../../builders/anInterview'

const TWO = aHousehold({
  members: [
    aMember({ idNumber: '539901198005050011' }),
    aMember({ id: 'm2', idNumber: '539901201105050022', birthDate: '2011-05-05' }),
  ],
})

function words(given: Parameters<typeof anInterview>[0]): readonly string[] {
  return interviewSteps(anInterview(given)).map((step) =>
    step.kind === 'add_line'
      ? step.kind
      : [step.kind, step.ref.question, step.ref.member ?? step.ref.line ?? ''].join(' ').trim(),
  )
}

describe('the way through the form', () => {
  it('asks about each member in turn, question by question', () => {
    const members = words({ household: TWO }).filter((step) => /member_status|months_home/.test(step))
    expect(members).toEqual([
      'question member_status m1', 'question member_status m2', 'question months_home m1', 'question months_home m2',
    ]) // prettier-ignore
  })
  it('asks nothing that the roster knows, unless the member changed or is new', () => {
    expect(words({ household: TWO })).not.toContain('question name m1')
    expect(words({ household: TWO, members: { m1: { member_status: 'changed' } } })).toContain(
      'question name m1',
    )
    expect(words({ household: TWO, members: { 'new-1': { member_status: 'new' } } })).toContain(
      'question birth_date new-1',
    )
    const nameless = aHousehold({ members: [aMember({ name: null })] })
    expect(words({ household: nameless })).toContain('question name m1')
  })
  it('asks only pupils about school, and leaves out who has left', () => {
    expect(words({ household: TWO }).filter((step) => step.includes('school_status'))).toEqual([
      'question school_status m2',
    ])
    expect(words({ household: TWO, members: { m2: { member_status: 'left' } } }).join()).not.toContain(
      'school_status',
    )
  })
  it('asks a ledger line in three, a cost in two, and offers another line behind the last', () => {
    const cost = { income_kind: 'business_cost', income_item: 'crops_cost', amount_yuan: 1 }
    expect(words({ lines: [aLine(5), cost] }).filter((step) => /line/.test(step))).toEqual([
      'line_item income_item 1', 'line_amount amount_yuan 1', 'line_state income_state 1',
      'line_item income_item 2', 'line_amount amount_yuan 2', 'add_line',
    ]) // prettier-ignore
  })
  it('asks an unregistered household about its standing right after the visit, others before the close', () => {
    const order = (status: 'exited' | 'unregistered') =>
      groupsInOrder(anInterview({ household: aHousehold({ status }) })).map(({ name }) => name)
    expect(order('unregistered').slice(0, 3)).toEqual(['visit', 'standing', 'members'])
    expect(order('exited').slice(-2)).toEqual(['standing', 'close'])
  })
  it('asks nothing on the way of a household that refused', () => {
    expect(words({ answers: { visit_outcome: 'refused' } })).toEqual([])
  })
})

describe('the place to go on', () => {
  const steps = interviewSteps(anInterview({ household: TWO }))
  const change = (lamport: number, path: string): Change => ({
    id: `${'a'.repeat(32)}:${lamport}`,
    lamport,
    entity: 'interview',
    entityId: 'h1/first/x',
    path,
    value: 'yes',
    replaces: [],
    person: 'p',
    at: '2020-12-31T08:00:00Z',
  })
  const next = (changes: readonly Change[]) => steps[lastPlace(changes, steps, INSTRUMENT.roles)]

  it('is the first question before any answer', () => {
    expect(next([change(1, 'begun')])).toEqual(steps[0])
  })
  it('is behind the latest answer by Lamport counter, in whatever order they come', () => {
    const changes = [change(3, 'food_enough'), change(1, 'begun'), change(2, 'bedding')]
    expect(next(changes)).toMatchObject({ ref: { question: 'food_protein' } })
    expect(next([...changes].reverse())).toMatchObject({ ref: { question: 'food_protein' } })
  })
  it('is the next stop of a ledger line', () => {
    expect(next([change(5, 'lines/1/income_item')])).toMatchObject({ kind: 'line_amount' })
    expect(next([change(5, 'lines/1/unit_price')])).toMatchObject({ kind: 'line_state' })
    expect(next([change(5, 'lines/1/one_off')])).toMatchObject({ kind: 'add_line' })
  })
  it('is the next member', () => {
    expect(next([change(5, 'members/m1/insurance')])).toMatchObject({
      ref: { question: 'insurance', member: 'm2' },
    })
  })
})

describe('the choices of a question', () => {
  const question = (name: string) => {
    const found = INSTRUMENT.questions.get(name)
    if (found === undefined) throw new Error(name)
    return found
  }
  it('are the members present, and somebody else, for the respondent', () => {
    const interview = anInterview({ household: TWO, members: { m2: { member_status: 'died' } } })
    expect(
      choicesFor(interview, interview.household, question('respondent')).map(({ name }) => name),
    ).toEqual(['m1', 'other'])
  })
  it('are the items of the line’s own kind', () => {
    const interview = anInterview({ lines: [aLine(1)] })
    const [line] = interview.lines
    if (line === undefined) throw new Error('no line')
    expect(choicesFor(interview, line, question('income_item')).map(({ name }) => name)).toEqual([
      'migrant_work',
      'local_work',
      'public_post',
    ])
  })
})
