import type { GivenInputs } from '../../application/xlsform/formInputs'
import { buildForm } from '../../application/xlsform/buildForm'
import type { FormModel } from '../../application/xlsform/FormModel'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { success, type Result } from '../../domain/shared/Result'
import { resolveStandards, type StandardsChoice } from '../../domain/standards/resolveStandards'
import { valueInForce } from '../../domain/standards/Standards'
import { STANDARDS } from './standards'
import { textsOf } from './texts'

/** Where nobody states a reference date, for values that are the same at all dates of the edition. */
const ANY_DATE: StandardsChoice = { asOf: '2020-12-31', region: 'central' }

/** Values of the standards that forms ask for. */
const LIMITS = [
  'compulsory_age_min',
  'compulsory_age_max',
  'water_fetch_minutes_max',
  'water_short_days_max',
] as const

/**
 * A form as others collect with it. `choice`: what a project is judged by; where it is null, the form asks for the reference date.
 * Refused: as `resolveStandards`.
 */
export function formOut(instrument: Instrument, choice: StandardsChoice | null): Result<FormModel> {
  const standards = resolveStandards(STANDARDS, choice ?? ANY_DATE)
  if (!standards.ok) return standards
  const given: GivenInputs = {
    ...(choice !== null && { as_of: choice.asOf }),
    ...Object.fromEntries(LIMITS.map((name) => [name, valueInForce(standards.value, name)])),
  }
  return success(buildForm(instrument, given, textsOf('zh-CN')))
}
