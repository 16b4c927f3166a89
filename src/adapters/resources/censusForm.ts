import checks from '../../../resources/instrument/census-v1/checks.json'
import choices from '../../../resources/instrument/census-v1/choices.json'
import form from '../../../resources/instrument/census-v1/form.json'
import close from '../../../resources/instrument/census-v1/groups/close.json'
import clothing from '../../../resources/instrument/census-v1/groups/clothing.json'
import education from '../../../resources/instrument/census-v1/groups/education.json'
import food from '../../../resources/instrument/census-v1/groups/food.json'
import help from '../../../resources/instrument/census-v1/groups/help.json'
import housing from '../../../resources/instrument/census-v1/groups/housing.json'
import income from '../../../resources/instrument/census-v1/groups/income.json'
import medical from '../../../resources/instrument/census-v1/groups/medical.json'
import members from '../../../resources/instrument/census-v1/groups/members.json'
import relocation from '../../../resources/instrument/census-v1/groups/relocation.json'
import risk from '../../../resources/instrument/census-v1/groups/risk.json'
import visit from '../../../resources/instrument/census-v1/groups/visit.json'
import water from '../../../resources/instrument/census-v1/groups/water.json'
import type { InstrumentData } from '../../domain/instrument/Instrument'
import { ASSESSMENT_FORM } from './assessmentForm'
import { composeForm, type ComposedData, type ComposedGroup } from './composeForm'

const GROUPS = [
  visit,
  members,
  food,
  clothing,
  education,
  medical,
  housing,
  water,
  income,
  help,
  relocation,
  risk,
  close,
] as readonly ComposedGroup[]

/** The household form of the census, version 1: what means the same as in the assessment is taken from there. */
export const CENSUS_FORM: InstrumentData = composeForm(
  {
    ...(form as Omit<ComposedData, 'choices' | 'checks'>),
    choices: choices as ComposedData['choices'],
    checks: checks as ComposedData['checks'],
  },
  GROUPS,
  ASSESSMENT_FORM,
)
