import type { ListedHousehold } from '../../domain/roster/ListedHousehold'
import type { FrameHousehold } from '../../domain/sampling/Frame'
import { villageOf } from '../roster/adoptRoster'

/** The households of a list as a sampling frame. */
export function frameOf(households: readonly ListedHousehold[]): readonly FrameHousehold[] {
  return households.map((household) => ({
    id: household.id,
    village: villageOf(household),
    township: [household.county, household.township].map((part) => part ?? '').join('/'),
    type: household.status ?? 'unknown',
    isMarked: household.mark !== undefined,
  }))
}
