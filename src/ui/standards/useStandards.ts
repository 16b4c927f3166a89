import type { StandardsChoice } from '../../domain/standards/resolveStandards'
import type { StandardsInForce } from '../../domain/standards/Standards'
import { success, type Result } from '../../domain/shared/Result'
import { useServices } from '../app/services'

export interface StandardsToChoose {
  /** Month in which the income year of exit assessments begins, 1 to 12. */
  readonly incomeYearStart: number
  /** The standards that a choice would bring into force, or why it cannot. */
  preview(choice: StandardsChoice): Result<StandardsInForce>
}

/** What the edition offers to whoever makes a project or changes its settings. */
export function useStandards(): StandardsToChoose {
  const { edition, rulesOf } = useServices()
  const startMonth = edition.parameters.find(({ name }) => name === 'income_window_start_month')
  return {
    incomeYearStart: Number(startMonth?.values[0]?.value),
    preview(choice) {
      const rules = rulesOf({ kind: 'assessment', salt: '', ...choice })
      return rules.ok ? success(rules.value.standards) : rules
    },
  }
}
