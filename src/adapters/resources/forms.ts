import confirmationSlip from '../../../resources/forms/confirmation-slip.json'
import countySummary from '../../../resources/forms/county-summary.json'
import exitAcceptance from '../../../resources/forms/exit-acceptance.json'
import guaranteeCheck from '../../../resources/forms/guarantee-check.json'
import householdVisit from '../../../resources/forms/household-visit.json'
import incomeCheck from '../../../resources/forms/income-check.json'
import limits from '../../../resources/forms/limits.json'
import supportCard from '../../../resources/forms/support-card.json'
import suspicionNotice from '../../../resources/forms/suspicion-notice.json'
import villageSummary from '../../../resources/forms/village-summary.json'
import { formFacts } from '../../application/forms/formFacts'
import type { FormTemplate } from '../../application/forms/FormTemplate'
import { parseTemplate } from '../../application/forms/parseTemplate'
import { KNOWN_FORMS } from './instruments'

/** The facts of the standard form: shipped forms name no additional question. */
const FACTS = formFacts(KNOWN_FORMS.currentInstrument)

/** The shipped forms, in the order in which they are offered. An unsound one among the resources is a bug and throws. */
export const FORM_TEMPLATES: readonly FormTemplate[] = [
  householdVisit,
  incomeCheck,
  guaranteeCheck,
  supportCard,
  exitAcceptance,
  suspicionNotice,
  confirmationSlip,
  villageSummary,
  countySummary,
].map((data) => {
  const parsed = parseTemplate(JSON.stringify(data), `${data.name}.json`, FACTS)
  if (!parsed.ok) throw new Error(`form ${data.name} is unsound: ${JSON.stringify(parsed.problems)}`)
  return parsed.value
})

/** Sheets of a file that holds forms; more go into further files. */
export const SHEETS_PER_FILE = limits.sheetsPerFile.value

/** Pages that the window prints at once. */
export const PAGES_PRINTED_AT_ONCE = limits.pagesPrintedAtOnce.value
