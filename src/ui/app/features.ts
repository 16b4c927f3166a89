import { ABOUT } from '../about/feature'
import { CHECK } from '../census/check/feature'
import { COVERAGE } from '../census/coverage/feature'
import { CENSUS_TABLES } from '../census/tables/feature'
import { COUNTY } from '../county/feature'
import { DEVICE } from '../device/feature'
import { HOUSEHOLDS } from '../households/feature'
import { INTERVIEW } from '../interview/feature'
import { OUTPUT } from '../output/feature'
import { PAPER } from '../paper/feature'
import { PROJECT } from '../project/feature'
import { QUALITY } from '../quality/feature'
import { RECONCILE } from '../reconcile/feature'
import { RESULT } from '../result/feature'
import { REVIEW_RETURN } from '../reviewReturn/feature'
import { ROSTER } from '../roster/feature'
import { SAMPLING } from '../sampling/feature'
import { STANDARDS } from '../standards/feature'
import { SUSPICIONS } from '../suspicions/feature'
import { TEAM } from '../team/feature'
import type { Feature } from './Feature'

/** Everything an open project has. Which of it the rail offers is the programme's to say. */
export const FEATURES: readonly Feature[] = [
  HOUSEHOLDS,
  INTERVIEW,
  RESULT,
  SUSPICIONS,
  COVERAGE,
  COUNTY,
  CENSUS_TABLES,
  CHECK,
  REVIEW_RETURN,
  ROSTER,
  RECONCILE,
  SAMPLING,
  TEAM,
  QUALITY,
  OUTPUT,
  PAPER,
  STANDARDS,
  PROJECT,
  DEVICE,
  ABOUT,
]
