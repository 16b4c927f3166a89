import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { refusal, type Result } from '../../domain/shared/Result'
import { readFact, type Fact } from '../facts/Fact'
import { HOUSEHOLD_FACTS, draftHouseholdFact } from '../facts/householdFacts'
import { PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import { projectSampleOf } from '../sampling/projectSample'
import { standbyReserves } from '../sampling/standbyReserves'
import type { ProjectStore } from '../store/ProjectStore'
import { spareHolder } from '../team/assignment/spareHolder'
import type { Author } from './recordAnswers'

export interface ReplacementRequest {
  readonly replaced: string
  readonly replacement: string
  /** Why the household could not be interviewed. */
  readonly reason: string
  /** Why it is not the next reserve's turn; asked where there is one. */
  readonly orderReason?: string
}

/**
 * Puts another household in the place of one that could not be interviewed, linked both ways, with the reason. Refused:
 * `replacement_reason_missing`; `replacement_done` (it is replaced already); `replacement_taken` (the other one has a place
 * of its own, by the draw or by a replacement); `replacement_not_handed_out` (a spare that is another's to take: see
 * `spareHolder`); `replacement_order_reason_missing` (another reserve of the stratum
 * is next: see `standbyReserves`).
 */
export async function replaceHousehold(
  store: ProjectStore,
  request: ReplacementRequest,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const { replaced, replacement } = request
  const { replacedBy, replaces, outOfOrder } = HOUSEHOLD_FACTS
  const [reason, orderReason] = [request.reason.trim(), (request.orderReason ?? '').trim()]
  if (reason === '') return refusal('replacement_reason_missing', replaced)
  if (await isSaid(store, replaced, replacedBy)) return refusal('replacement_done', replaced)
  const sample = await projectSampleOf(store)
  const hasPlace = sample?.members.get(replacement)?.role === 'sample'
  if (hasPlace || replacement === replaced || (await isSaid(store, replacement, replaces)))
    return refusal('replacement_taken', replacement)
  const isHolder = await spareHolder(store)
  const isSpare = sample?.members.get(replacement)?.role === 'reserve'
  if (isSpare && isHolder?.(replacement) === false) return refusal('replacement_not_handed_out', replacement)
  const { own, others } = await standbyReserves(store, replaced)
  // Where only other people's spares stand by, taking somebody else leaves their order too.
  const next = own[0] ?? others[0]
  const isInOrder = next === undefined || next === replacement
  if (!isInOrder && orderReason === '') return refusal('replacement_order_reason_missing', next)

  const why = { reason, ...author }
  const leaving = { reason: orderReason, ...author }
  return store.write([
    draftProjectFact(PROJECT_FACTS.fieldwork, [replaced], true, author),
    draftHouseholdFact(replaced, replacedBy, [], replacement, why),
    draftHouseholdFact(replacement, replaces, [], replaced, why),
    ...(isInOrder ? [] : [draftHouseholdFact(replacement, outOfOrder, [], next, leaving)]),
  ])
}

async function isSaid(store: ProjectStore, household: string, fact: Fact<string | null>): Promise<boolean> {
  const said = foldChanges(await store.changesOf('household', household)).get(fact.path)
  return said?.heads.some((head) => (readFact(fact, head) ?? null) !== null) ?? false
}
