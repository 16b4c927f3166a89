import { useRouter } from 'vue-router'
import { useCounty } from '../county'
import type { Behind } from '../../../application/measures/householdsBehind'

/** Opens the households behind a number of the county's pages. */
export function useOpenBehind(): (behind: Behind) => void {
  const county = useCounty()
  const router = useRouter()
  return (behind) => {
    county.behind = behind
    void router.push({ name: 'behind' })
  }
}
