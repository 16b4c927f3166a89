import type { GivenInputs } from '../../application/xlsform/formInputs'
import { buildForm } from '../../application/xlsform/buildForm'
import type { FormModel } from '../../application/xlsform/FormModel'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { success, type Result } from '../../domain/shared/Result'
import { resolveStandards } from '../../domain/standards/resolveStandards'
import { valueInForce } from '../../domain/standards/Standards'
import { STANDARDS } from './standards'
import { textsOf } from './texts'

/** Where the form states no reference date, for values that are the same at all dates of the edition. */
const ANY_DATE = '2020-12-31'
const ANY_REGION = 'central'

/**
 * A form as others collect with it. `asOf`: the reference date, which is asked where it is null. Refused: `as_of_unreadable`, and
 * a date that the edition has no values for.
 */
export function formOut(instrument: Instrument, asOf: string | null): Result<FormModel> {
  const standards = resolveStandards(STANDARDS, { asOf: asOf ?? ANY_DATE, region: ANY_REGION })
  if (!standards.ok) return standards
  const given: GivenInputs = {
    ...(asOf !== null && { as_of: asOf }),
    compulsory_age_min: valueInForce(standards.value, 'compulsory_age_min'),
    compulsory_age_max: valueInForce(standards.value, 'compulsory_age_max'),
  }
  return success(buildForm(instrument, given, textsOf('zh-CN')))
}
