import { householdNumber } from '../texts/describeHousehold'
import type { FormContext } from './FormContext'

/** Whom a form is about, in few words: number and head, or the name of the village or county. */
export function subjectName({ household, village, county, texts }: FormContext): string {
  if (household !== undefined) {
    const { id, headName } = household.assessment.household
    return [householdNumber(id, texts), headName ?? ''].join(' ').trim()
  }
  return village?.name || (county?.name ?? texts.term('measureWords', 'county'))
}
