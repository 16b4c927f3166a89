import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  faultOfAgreement,
  ledgerHash,
  mayAgree,
  unreadLines,
} from '../../../src/domain/interview/agreedLedger'
import {
  NO_ANSWERS,
  type Answer,
  type AnswerValue,
  type InterviewAnswers,
} from '../../../src/domain/interview/Answers'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { INSTRUMENT } from '../../builders/anInterview'

const ROSTER = aHousehold({ members: [aMember(), aMember({ id: 'm2' })] })
const ROLES = INSTRUMENT.roles
const FIELDS = {
  income_kind: fc.constantFrom('wage', 'business', 'transfer', 'business_cost'),
  income_item: fc.constantFrom('local_work', 'crops', 'pension'),
  amount_yuan: fc.integer({ min: 0, max: 50_000 }),
  quantity: fc.integer({ min: 0, max: 500 }),
  unit_price: fc.integer({ min: 0, max: 50 }),
  income_state: fc.constantFrom('received', 'unsold', 'expected'),
  one_off: fc.constantFrom('yes', 'no'),
} as const
const NAMES = Object.keys(FIELDS) as (keyof typeof FIELDS)[]

type Line = Readonly<Partial<Record<keyof typeof FIELDS, AnswerValue>>>

const someLine: fc.Arbitrary<Line> = fc.record(FIELDS, { requiredKeys: ['income_kind'] })
const someLedger = fc.array(someLine, { minLength: 1, maxLength: 6 })

const said = (value: AnswerValue): Answer => ({ value, evidence: 'respondent' })

function ledger(lines: readonly Line[], more: Partial<InterviewAnswers> = {}): InterviewAnswers {
  const instances = lines.map((line, index): [string, Map<string, Answer>] => [
    `line-${index}`,
    new Map(Object.entries(line).map(([question, value]) => [question, said(value)])),
  ])
  return { ...NO_ANSWERS, lines: new Map(instances), ...more }
}

const hashOf = (answers: InterviewAnswers): string => ledgerHash(answers, ROSTER, ROLES)

describe('the hash of a ledger', () => {
  it('is another once any field of any line has another value, or none', () => {
    const change = fc.record({
      lines: someLedger,
      at: fc.nat(5),
      field: fc.constantFrom(...NAMES),
      other: fc.record(FIELDS),
      isTakenBack: fc.boolean(),
    })
    fc.assert(
      fc.property(change, ({ lines, at, field, other, isTakenBack }) => {
        const index = at % lines.length
        const { [field]: old, ...rest } = lines[index] as Line
        const value = isTakenBack ? undefined : other[field]
        fc.pre(old !== value)
        const changed: Line = value === undefined ? rest : { ...rest, [field]: value }
        expect(hashOf(ledger(lines.with(index, changed)))).not.toBe(hashOf(ledger(lines)))
      }),
    )
  })
  it('is another once a line is more, or less', () => {
    fc.assert(
      fc.property(someLedger, someLine, (lines, more) => {
        expect(hashOf(ledger([...lines, more]))).not.toBe(hashOf(ledger(lines)))
      }),
    )
  })
  it('is the same for the same lines in any order, under any ids', () => {
    const shuffled = someLedger.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    )
    fc.assert(
      fc.property(shuffled, ([lines, others]) => {
        const renamed = [...ledger(others).lines].map(([id, line]) => [`other-${id}`, line] as const)
        expect(hashOf(ledger([], { lines: new Map(renamed) }))).toBe(hashOf(ledger(lines)))
      }),
    )
  })
  it.each([
    ['left', 'member_status', 'left'],
    ['died', 'member_status', 'died'],
    ['does not count', 'counts_in_economy', 'no'],
  ])('is another when a member %s', (_, question, value) => {
    const members = new Map([['m2', new Map([[question, said(value)]])]])
    expect(hashOf(ledger([], { members }))).not.toBe(hashOf(ledger([])))
  })
  it('is another when the list or the interview has a member more', () => {
    const more = aHousehold({ members: [...ROSTER.members, aMember({ id: 'm3' })] })
    const added = ledger([], { addedMembers: ['x'], labels: new Map([['x', 'new-1']]) })
    expect(new Set([ledgerHash(ledger([]), more, ROLES), hashOf(added), hashOf(ledger([]))]).size).toBe(3)
  })
  it('is the same when a member is confirmed', () => {
    const members = new Map([['m2', new Map([['member_status', said('same')]])]])
    expect(hashOf(ledger([], { members }))).toBe(hashOf(ledger([])))
  })
  it('has nothing of what is only prefilled', () => {
    const [[id, line = new Map<string, Answer>()] = ['']] = [...ledger([{ income_kind: 'wage' }]).lines]
    const prefilled = new Map([...line, ['amount_yuan', { value: 700, evidence: 'registry' }] as const])
    expect(hashOf(ledger([], { lines: new Map([[id, prefilled]]) }))).toBe(
      hashOf(ledger([{ income_kind: 'wage' }])),
    )
  })
})

describe('an agreement that names its ledger', () => {
  const lines: readonly Line[] = [
    { income_kind: 'wage', amount_yuan: 700 },
    { income_kind: 'wage', amount_yuan: 900 },
  ]
  const hash = hashOf(ledger(lines))
  const agrees = new Map([['ledger_agreement', { ...said('agrees'), givenFor: [hash] }]])
  const readings = (...read: readonly string[]) => new Map(read.map((line) => [line, new Set([hash])]))
  const fault = (answers: InterviewAnswers) => faultOfAgreement('ledger_agreement', answers, ROSTER, ROLES)

  it('counts when every line was read in that ledger', () => {
    const read = readings('line-0', 'line-1')
    expect(fault(ledger(lines, { household: agrees, readings: read }))).toBeNull()
  })
  it('does not count when a line was not read, and may not be given', () => {
    const answers = ledger(lines, { household: agrees, readings: readings('line-0') })
    expect(fault(answers)).toBe('unread')
    expect(mayAgree('ledger_agreement', answers, ROSTER, ROLES)).toBe(false)
    expect(unreadLines(answers, ROSTER, ROLES)).toEqual(['line-1'])
  })
  it('is void when the ledger is another, however it came about', () => {
    const read = readings('line-0', 'line-1')
    expect(fault(ledger(lines.slice(0, 1), { household: agrees, readings: read }))).toBe('changed')
  })
  it('asks for every line again when one of them is changed', () => {
    const changed = [...lines.slice(0, 1), { income_kind: 'wage', amount_yuan: 901 }]
    expect(
      unreadLines(ledger(changed, { readings: readings('line-0', 'line-1') }), ROSTER, ROLES),
    ).toHaveLength(2)
  })
})
