import educationLevel from '../../../resources/codes/education_level.json'
import health from '../../../resources/codes/health.json'
import laborAbility from '../../../resources/codes/labor_ability.json'
import registerStatus from '../../../resources/codes/register_status.json'
import relation from '../../../resources/codes/relation.json'
import sex from '../../../resources/codes/sex.json'
import studentStatus from '../../../resources/codes/student_status.json'
import workPlace from '../../../resources/codes/work_place.json'
import type { ChoiceData, Text } from '../../domain/instrument/Instrument'

interface CodeList {
  readonly name: string
  readonly codes: readonly {
    readonly code: string
    readonly en: string
    readonly plain?: Text
    readonly labels: readonly string[]
    readonly exclusive?: boolean
  }[]
}

const LISTS: readonly CodeList[] = [
  educationLevel,
  health,
  laborAbility,
  registerStatus,
  relation,
  sex,
  studentStatus,
  workPlace,
]

/** The code lists of the roster as choice lists of the form; the first label of a code is the standard one. */
export const CODE_CHOICES: Readonly<Record<string, readonly ChoiceData[]>> = Object.fromEntries(
  LISTS.map(({ name, codes }) => [
    name,
    codes.map(({ code, en, plain, labels, exclusive }) => ({
      name: code,
      label: { 'zh-CN': labels[0] ?? code, en },
      ...(plain !== undefined && { plain }),
      ...(exclusive === true && { exclusive }),
    })),
  ]),
)
