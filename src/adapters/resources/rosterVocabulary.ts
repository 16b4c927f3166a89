import educationLevel from '../../../resources/codes/education_level.json'
import health from '../../../resources/codes/health.json'
import householdCategory from '../../../resources/codes/household_category.json'
import householdMark from '../../../resources/codes/household_mark.json'
import laborAbility from '../../../resources/codes/labor_ability.json'
import povertyCause from '../../../resources/codes/poverty_cause.json'
import registerStatus from '../../../resources/codes/register_status.json'
import relation from '../../../resources/codes/relation.json'
import sex from '../../../resources/codes/sex.json'
import studentStatus from '../../../resources/codes/student_status.json'
import workPlace from '../../../resources/codes/work_place.json'
import yesNo from '../../../resources/codes/yes_no.json'
import columns from '../../../resources/roster/columns.json'
import limits from '../../../resources/roster/limits.json'
import markers from '../../../resources/roster/markers.json'
import template from '../../../resources/roster/template.json'
import type { TemplateColumn } from '../../application/roster/rosterTemplate'
import type { ColumnDefinition, RosterVocabulary } from '../../domain/roster/RosterVocabulary'

/** The columns of the list that a county fills in where it has none. */
export const ROSTER_TEMPLATE: readonly TemplateColumn[] = template.columns

/** The words and bounds of `resources/codes` and `resources/roster`, in the form that the roster reader needs. */
export const rosterVocabulary: RosterVocabulary = {
  columns: columns.columns as readonly ColumnDefinition[],
  codes: {
    relation: relation.codes,
    education_level: educationLevel.codes,
    student_status: studentStatus.codes,
    health: health.codes,
    labor_ability: laborAbility.codes,
    work_place: workPlace.codes,
    household_category: householdCategory.codes,
    household_mark: householdMark.codes,
    poverty_cause: povertyCause.codes,
    register_status: registerStatus.codes,
    sex: sex.codes,
    yes_no: yesNo.codes,
  },
  markers,
  limits: {
    incomeAboveYuan: limits.incomeAboveYuan.value,
    incomeAtMostYuan: limits.incomeAtMostYuan.value,
    firstYear: limits.firstYear.value,
    lastYear: limits.lastYear.value,
    workMonthsAtMost: limits.workMonthsAtMost.value,
    householdSizeAtMost: limits.householdSizeAtMost.value,
    ageAtMost: limits.ageAtMost.value,
  },
}
