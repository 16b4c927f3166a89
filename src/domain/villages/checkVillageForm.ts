import type { Problem } from '../shared/Problem'
import { VILLAGE_CHOICES, VILLAGE_FACTS, type VillageFactKind, type VillageForm } from './VillageForm'
import type { ProblemCode } from '../shared/ProblemCode'

/**
 * What in a village's form cannot be true, or is missing: the informant, an invalid number, fewer persons than were
 * interviewed (`sampledPersons`), more registered than there are.
 */
export function checkVillageForm(form: VillageForm, sampledPersons: number): readonly Problem[] {
  const problems: Problem[] = []
  const report = (code: ProblemCode, field: string, value: string | number, limit?: number): void => {
    problems.push({
      code,
      severity: 'error',
      place: {},
      value: String(value),
      details: limit === undefined ? { field } : { field, limit },
    })
  }
  if (form.informant === undefined) report('village_informant_missing', 'informant', '')
  for (const { name, kind } of VILLAGE_FACTS) {
    const fact = form[name]
    if (fact !== undefined && !isOfKind(fact.value, kind)) report('village_value_invalid', name, fact.value)
  }
  if (problems.length > 0) return problems
  const [total, registered] = [form.total_persons?.value, form.registered_persons?.value]
  if (typeof total === 'number' && total < sampledPersons)
    report('village_total_below_sample', 'total_persons', total, sampledPersons)
  if (typeof total === 'number' && typeof registered === 'number' && registered > total)
    report('village_part_exceeds_whole', 'registered_persons', registered, total)
  return problems
}

function isOfKind(value: string | number, kind: VillageFactKind): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.trim() !== ''
    case 'count':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    case 'amount':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0
    case 'yes_no':
    case 'share':
      return VILLAGE_CHOICES[kind].some((choice) => choice === value)
  }
}
