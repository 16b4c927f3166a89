import type { StandardsInForce } from '../../domain/standards/Standards'
import { standardsVersion } from '../project/standardsVersion'

/** What a project is judged by, as one text: the edition, the day, the region, the income window and what was chosen. */
export function standardsText({
  edition,
  asOf,
  regionCode,
  incomeWindow,
  parameters,
}: StandardsInForce): string {
  const chosen = Object.fromEntries(
    [...parameters.values()].flatMap(({ name, value, isChosen }) =>
      isChosen === true ? [[name, value]] : [],
    ),
  )
  return standardsVersion(edition, { asOf, region: regionCode, incomeWindow, chosen })
}
