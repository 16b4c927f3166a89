import { writeLedger } from './answerWell'
import type { InterviewDraft } from './InterviewDraft'

/** Figures that the scenarios stand on, all with line 4,000 and monitoring below 6,000 (2020). */
const WELL = 8000
const THIN = 5000
const POOR = 3200

type Apply = (draft: InterviewDraft) => void

/** What makes a household a case of its scenario; those not named here are well as they are. */
const SCENARIOS: Readonly<Record<string, Apply>> = {
  corrected: (draft) => draft.correct('food_protein', 'rarely_cannot_afford'),
  food_unmet(draft) {
    draft.answer('food_enough', 'some_months_short')
    draft.answer('observed_food_store', 'none')
  },
  clothing_unmet(draft) {
    draft.answer('clothing_season', 'no')
    draft.answer('bedding', 'short')
    draft.answer('observed_clothing', 'inadequate')
  },
  education_unmet(draft) {
    const pupil = draft.household.members.find(({ studentStatus }) => studentStatus === 'primary')
    if (pupil === undefined) throw new Error('this scenario needs a pupil')
    draft.ofMember(pupil.id, 'school_status', 'not_in_school', 'document')
    draft.ofMember(pupil.id, 'not_in_school_reason', 'unwilling')
  },
  medical_unmet(draft) {
    const [head] = draft.household.members
    if (head === undefined) throw new Error('this scenario needs a member')
    draft.ofMember(head.id, 'insurance', 'none', 'document')
    draft.ofMember(head.id, 'uninsured_reason', 'cannot_afford')
  },
  housing_unmet(draft) {
    draft.answer('house_basis', 'grade_d_unrebuilt', 'document')
    draft.answer('lives_in_safe_house', 'none')
    draft.answer('observed_house', 'clearly_dangerous')
  },
  water_unmet(draft) {
    draft.answer('water_source', 'spring')
    draft.answer('water_fetch', 'fetch')
    draft.answer('water_fetch_minutes', 45, 'observed')
  },
  income_unmet: (draft) => earn(draft, POOR),
  accounting(draft) {
    earn(draft, POOR)
    const gap = 1500 * draft.household.members.length
    draft.ofLine('5', {
      income_kind: 'business',
      income_item: 'livestock',
      amount_yuan: gap,
      income_state: 'unsold',
    })
  },
  rush_same_year: (draft) => draft.change({ identifiedYear: 2018, exitYear: 2018 }),
  rush_one_off(draft) {
    draft.change({ identifiedYear: 2014, exitYear: 2020 })
    const amount = WELL * draft.household.members.length
    const gift = {
      income_kind: 'transfer',
      income_item: 'relief_gift',
      amount_yuan: amount,
      income_state: 'received',
      one_off: 'yes',
    }
    draft.ofLine('5', gift)
  },
  quota: (draft) => draft.change({ identifiedYear: 2016, exitYear: 2017 }),
  withdrawn(draft) {
    earn(draft, THIN)
    draft.answer('support_after_exit', 'stopped')
  },
  allowance_only(draft) {
    const amount = WELL * draft.household.members.length
    draft.ofLine('5', {
      income_kind: 'transfer',
      income_item: 'allowance',
      amount_yuan: amount,
      income_state: 'received',
      one_off: 'no',
    })
    draft.change({ registryIncome: 2 * WELL })
  },
  registry_gap: (draft) => draft.change({ registryIncome: 3 * WELL }),
  wrong_inclusion: (draft) => draft.answer('exclusion_facts', ['car']),
  unstable: (draft) => earn(draft, THIN),
  hearsay(draft) {
    draft.answer('food_protein', 'rarely_cannot_afford')
  },
  contradiction: (draft) => draft.answer('observed_house', 'clearly_dangerous'),
  unanswered: (draft) => draft.skip('bedding'),
  disputed(draft) {
    draft.answer('ledger_agreement', 'disagrees')
    draft.answer('ledger_objection', '第二笔没有那么多')
  },
  partial_fault(draft) {
    draft.answer('visit_outcome', 'partial')
    draft.answer('outcome_reason', '受访人有急事')
    draft.answer('observed_house', 'clearly_dangerous')
    draft.answer('house_basis', 'grade_d_unrebuilt', 'document')
    draft.skip('ledger_agreement')
  },
  poor: (draft) => earn(draft, POOR),
  relapsed: (draft) => earn(draft, POOR),
  marginal: (draft) => earn(draft, THIN),
  omission: (draft) => earn(draft, POOR),
  excluded(draft) {
    earn(draft, POOR)
    draft.answer('exclusion_facts', ['town_house'])
  },
  refused(draft) {
    turnedAway(draft, 'refused', '不愿接受访谈')
    draft.answer('consent', 'declines')
  },
  not_home: (draft) => turnedAway(draft, 'not_home', '三次上门无人'),
  moved_away: (draft) => turnedAway(draft, 'moved_away', '全家迁到县城'),
}

/** Makes the household a case of the scenario. */
export function applyScenario(draft: InterviewDraft, scenario: string): void {
  draft.change({ registryIncome: WELL })
  writeLedger(draft, WELL)
  SCENARIOS[scenario]?.(draft)
}

/** The ledger of so many yuan per person, with the register saying the same. */
function earn(draft: InterviewDraft, perPersonYuan: number): void {
  draft.change({ registryIncome: perPersonYuan })
  writeLedger(draft, perPersonYuan)
}

function turnedAway(draft: InterviewDraft, outcome: string, reason: string): void {
  draft.clear()
  draft.answer('visit_outcome', outcome)
  draft.answer('outcome_reason', reason)
}
