import checks from '../../../resources/instrument/v1/checks.json'
import choices from '../../../resources/instrument/v1/choices.json'
import form from '../../../resources/instrument/v1/form.json'
import clothing from '../../../resources/instrument/v1/groups/clothing.json'
import close from '../../../resources/instrument/v1/groups/close.json'
import education from '../../../resources/instrument/v1/groups/education.json'
import food from '../../../resources/instrument/v1/groups/food.json'
import housing from '../../../resources/instrument/v1/groups/housing.json'
import income from '../../../resources/instrument/v1/groups/income.json'
import ledger from '../../../resources/instrument/v1/groups/ledger.json'
import medical from '../../../resources/instrument/v1/groups/medical.json'
import members from '../../../resources/instrument/v1/groups/members.json'
import recognition from '../../../resources/instrument/v1/groups/recognition.json'
import risk from '../../../resources/instrument/v1/groups/risk.json'
import standing from '../../../resources/instrument/v1/groups/standing.json'
import support from '../../../resources/instrument/v1/groups/support.json'
import visit from '../../../resources/instrument/v1/groups/visit.json'
import water from '../../../resources/instrument/v1/groups/water.json'
import type { GroupData, InstrumentData } from '../../domain/instrument/Instrument'
import { CODE_CHOICES } from './codeLists'

const GROUPS = [
  visit,
  standing,
  members,
  food,
  clothing,
  education,
  medical,
  housing,
  water,
  income,
  ledger,
  support,
  recognition,
  risk,
  close,
] as readonly GroupData[]

/** The form of the assessment, version 1. */
export const ASSESSMENT_FORM: InstrumentData = {
  ...(form as Pick<InstrumentData, 'id' | 'version' | 'repeats' | 'roles' | 'inputs' | 'calculations'>),
  choices: { ...CODE_CHOICES, ...(choices as InstrumentData['choices']) },
  groups: form.groups.map((name) => GROUPS.find((group) => group.name === name) as GroupData),
  checks: checks as InstrumentData['checks'],
}
