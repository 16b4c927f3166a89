import type { Instrument } from '../../domain/instrument/loadInstrument'
import { answerFacts, choiceFacts } from './facts/answerFacts'
import { COUNTY_FORM_FACTS, PROJECT_FORM_FACTS } from './facts/countyFacts'
import { CRITERION_FACTS, SUSPICION_FACTS } from './facts/criterionFacts'
import type { FormFact } from './facts/FormFact'
import { HOUSEHOLD_FACTS } from './facts/householdFacts'
import { INCOME_FACTS, incomeItemFacts, LEDGER_FACTS } from './facts/ledgerFacts'
import { MEMBER_FACTS } from './facts/memberFacts'
import { VILLAGE_FORM_FACTS } from './facts/villageFacts'

/** Everything that a form can name, by its name. */
export type FactBook = ReadonlyMap<string, FormFact>

/** The one registry of what hand forms can show, with every question of the instrument. */
export function formFacts(instrument: Instrument): FactBook {
  const { ledger } = instrument.roles
  const list = instrument.questions.get(ledger?.item ?? '')?.data.choices ?? ''
  const items = (instrument.data.choices[list] ?? []).map(({ name }) => name)
  return new Map([
    ...PROJECT_FORM_FACTS,
    ...HOUSEHOLD_FACTS,
    ...MEMBER_FACTS,
    ...LEDGER_FACTS,
    ...INCOME_FACTS,
    ...incomeItemFacts(items),
    ...CRITERION_FACTS,
    ...SUSPICION_FACTS,
    ...VILLAGE_FORM_FACTS,
    ...COUNTY_FORM_FACTS,
    ...answerFacts(instrument),
    ...choiceFacts(instrument),
  ])
}
