import { fullYearsBetween } from '../shared/calendar'
import type { SeededRandom } from '../shared/seededRandom'
import type { InterviewDraft } from './InterviewDraft'

/** Answers of a completed interview in which all is well, for the household's status. */
export function answerWell(draft: InterviewDraft, random: SeededRandom, asOf: string): void {
  const { members, status } = draft.household
  draft.answer('visit_outcome', 'completed')
  draft.answer('consent', 'agrees')
  draft.answer('respondent', members[0]?.id ?? 'other')
  draft.answer('respondent_state', 'able')
  draft.answer('cadres_absent', 'yes')
  draft.answer('exclusion_facts', ['none'])
  if (status === 'unregistered') draft.answer('ever_applied', random.next() < 0.3 ? 'yes' : 'no')
  for (const member of members) {
    draft.ofMember(member.id, 'member_status', 'same')
    draft.ofMember(member.id, 'months_home', random.between(8, 12))
    draft.ofMember(member.id, 'insurance', 'resident')
    if (member.health?.includes('chronic') === true) {
      draft.ofMember(member.id, 'treatment', 'treated')
      draft.ofMember(member.id, 'self_paid_yuan', random.between(0, 30) * 50)
      draft.ofMember(member.id, 'family_doctor', random.pick(['yes', 'unknown']))
    }
    const age = fullYearsBetween(member.birthDate ?? asOf, asOf)
    if (age >= 6 && age <= 15) draft.ofMember(member.id, 'school_status', 'in_school')
    if (member.laborAbility !== 'none') draft.ofMember(member.id, 'work_place', 'none')
  }
  draft.answer('food_enough', 'all_year')
  draft.answer('food_protein', random.pick(['any_time', 'any_time', 'sometimes']))
  draft.answer('observed_food_store', random.pick(['enough', 'little']))
  draft.answer('clothing_season', 'yes')
  draft.answer('bedding', 'enough')
  draft.answer('observed_clothing', 'adequate')
  draft.answer('house_basis', random.pick(['grade_a', 'grade_b', 'repaired', 'other_safe_house']))
  draft.answer('lives_in_safe_house', 'all')
  draft.answer('observed_house', 'looks_safe')
  draft.answer('water_source', 'piped_central')
  draft.answer('water_quantity', 'enough')
  draft.answer('water_fetch', 'at_home')
  draft.answer('water_short_days', random.pick([0, 0, 0, 5, 15]))
  draft.answer('water_quality', 'looks_ok')
  draft.answer('ledger_agreement', 'agrees')
  if (status !== 'unregistered') draft.answer('support_received', ['industry', 'health'])
  for (const item of ['recognise_policy', 'recognise_help', 'recognise_cadres']) {
    draft.answer(item, random.pick(['satisfied', 'satisfied', 'satisfied', 'basically', 'no_opinion']))
  }
  if (status === 'exited') {
    draft.answer('support_after_exit', 'continues')
    draft.answer('recognise_exit', 'satisfied')
    draft.answer('accepts_result', 'agrees')
  }
  draft.answer('shocks', ['none'])
  draft.answer('income_trend', random.pick(['up', 'same']))
}

/** A ledger whose counted income is so many yuan per person: wages and crops, some pension, the costs of the crops. */
export function writeLedger(draft: InterviewDraft, perPersonYuan: number): void {
  const total = perPersonYuan * draft.household.members.length
  const cost = Math.round(total * 0.1)
  const pension = Math.round(total * 0.1)
  const crops = Math.round(total * 0.3)
  const wage = total + cost - pension - crops
  draft.dropLines()
  draft.ofLine('1', {
    income_kind: 'wage',
    income_item: 'migrant_work',
    amount_yuan: wage,
    income_state: 'received',
  })
  draft.ofLine('2', {
    income_kind: 'business',
    income_item: 'crops',
    amount_yuan: crops,
    income_state: 'own_consumption',
  })
  draft.ofLine('3', {
    income_kind: 'transfer',
    income_item: 'pension',
    amount_yuan: pension,
    income_state: 'received',
    one_off: 'no',
  })
  draft.ofLine('4', { income_kind: 'business_cost', income_item: 'crops_cost', amount_yuan: cost })
}
