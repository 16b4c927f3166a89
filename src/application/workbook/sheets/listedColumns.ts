import type { RosterHousehold } from '../../../domain/roster/Roster'
import { columnsIn, type TableColumn } from '../../tables/TableSpec'
import { describeHousehold } from '../../texts/describeHousehold'
import type { Texts } from '../../texts/Texts'

/** What names a household to a reader, and its status on the list. */
export function listedColumns<Row extends { readonly assessment: { readonly household: RosterHousehold } }>(
  texts: Texts,
): readonly TableColumn<Row>[] {
  const column = columnsIn<Row>(texts)
  return [
    column('household', 22, 'text', ({ assessment }) => describeHousehold(assessment.household, texts)),
    column('head', 12, 'text', ({ assessment }) => assessment.household.headName),
    column('township', 14, 'text', ({ assessment }) => assessment.household.township),
    column('village', 14, 'text', ({ assessment }) => assessment.household.village),
    column('status', 14, 'text', ({ assessment }) =>
      texts.term('statuses', assessment.household.status ?? 'unknown'),
    ),
  ]
}
