import { canonicalText } from '../changes/canonicalText'
import type { Problem } from '../shared/Problem'
import type { NameIndex } from './indexNames'
import type { GroupData, InstrumentData, QuestionData, QuestionType, Scope } from './Instrument'
import type { Repeats } from './Repeats'
import { isFinished, VISIT_OUTCOME } from './Roles'

/** What a question must be to have a role. */
interface Wanted {
  readonly scope: Scope | undefined
  readonly types: readonly QuestionType[]
  /** Choices that the engine knows by name. */
  readonly offers?: readonly string[]
}

/** Whether every role is a question of the form that can have it; any other is reported with its role. */
export function checkRoles(
  { roles, groups }: InstrumentData,
  repeats: Repeats,
  names: NameIndex,
): readonly Problem[] {
  const { outcome, consent, absence, ledger } = roles
  const ofHousehold = { scope: 'household', types: ['select_one'] } as const
  const ofMember = { scope: repeats.roster, types: ['select_one'] } as const
  const ofLine = { scope: repeats.hand, types: ['select_one'] } as const
  const amount = { scope: repeats.hand, types: ['integer', 'decimal'] } as const
  const outcomes = [
    outcome.completed,
    outcome.partial,
    ...(consent === undefined ? [] : [consent.outcome]),
    ...(absence === undefined ? [] : [absence.outcome]),
  ]
  const wanted: readonly (readonly [role: string, name: string | undefined, Wanted])[] = [
    ['outcome', outcome.question, { ...ofHousehold, offers: outcomes }],
    [
      'consent',
      consent?.question,
      { ...ofHousehold, offers: consent === undefined ? [] : [consent.declines] },
    ],
    ['outcome.reason', outcome.reason, { scope: 'household', types: ['text'] }],
    ['respondent', roles.respondent, { scope: 'household', types: ['select_one_member'] }],
    ['respondentState', roles.respondentState, ofHousehold],
    ['memberStatus', roles.memberStatus, { ...ofMember, offers: MEMBER_STATUSES }],
    ['sharesIncome', roles.sharesIncome, { ...ofMember, offers: ['no'] }],
    ['acceptance', roles.acceptance, ofHousehold],
    ['ledger.kind', ledger?.kind, { ...ofLine, offers: ledger === undefined ? [] : [ledger.cost] }],
    ['ledger.item', ledger?.item, ofLine],
    ['ledger.amount', ledger?.amount, amount],
    ['ledger.quantity', ledger?.quantity, amount],
    ['ledger.unitPrice', ledger?.unitPrice, amount],
    ['ledger.state', ledger?.state, ofLine],
    ['ledger.oneOff', ledger?.oneOff, { ...ofLine, offers: ['yes', 'no'] }],
    ['ledger.agreement', ledger?.agreement, ofHousehold],
  ]
  const asked = groups.flatMap((group) => group.questions.map((question) => ({ question, group })))
  const find = (name: string) => asked.find(({ question }) => question.name === name)
  const unfit = wanted.flatMap(([role, name, each]) =>
    name === undefined || isFit(find(name), each, names) ? [] : [roleProblem(role, name)],
  )
  const yuan = ledger && names.find(ledger.yuan)
  // Read from the changes too, where no form is at hand.
  const { completed, ...ofOutcome } = outcome
  const isOther = canonicalText(ofOutcome) !== canonicalText(VISIT_OUTCOME) || !isFinished(completed)
  const isYuan = yuan !== undefined && yuan.scope === repeats.hand && yuan.valueType.type === 'number'
  const unheard = (ledger?.heard ?? []).filter((name) => find(name)?.group.scope !== 'household')
  return [
    ...unfit,
    ...(isOther ? [roleProblem('outcome', outcome.question)] : []),
    ...(ledger === undefined || isYuan ? [] : [roleProblem('ledger.yuan', ledger.yuan)]),
    ...unheard.map((name) => roleProblem('ledger.heard', name)),
  ]
}

const MEMBER_STATUSES = ['same', 'changed', 'left', 'died', 'new']

function isFit(
  found: { readonly question: QuestionData; readonly group: GroupData } | undefined,
  { scope, types, offers = [] }: Wanted,
  names: NameIndex,
): boolean {
  if (found === undefined || found.group.scope !== scope) return false
  const { type, choices = '' } = found.question
  return types.includes(type) && offers.every((choice) => names.offers(choices, choice))
}

function roleProblem(role: string, name: string): Problem {
  return {
    code: 'instrument_role_unfit',
    severity: 'error',
    place: { question: name },
    value: name,
    details: { role },
  }
}
