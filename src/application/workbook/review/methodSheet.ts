import type { IntervalMethod } from '../../../domain/estimates/Estimate'
import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'

const METHODS: readonly IntervalMethod[] = [
  'clopper_pearson',
  'korn_graubard',
  'korn_graubard_limited',
  'linearised',
  'propagated',
  'none',
]

/** How each kind of interval is computed, and what it is known to cover. */
export function methodSheet(texts: Texts): WorkbookSheet {
  const column = columnsIn<IntervalMethod>(texts)
  const columns = [
    column('method', 40, 'text', (method) => texts.term('intervalMethods', method)),
    column('intervalNote', 120, 'text', (method) => texts.term('intervalNotes', method)),
  ]
  return { ...listSheet({ key: 'methods', columns }, METHODS, texts), inputs: [] }
}
