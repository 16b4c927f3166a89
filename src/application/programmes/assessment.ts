import { evaluateAccepted } from '../../domain/programmes/assessment/conclusion/acceptedConclusion'
import {
  judgeHousehold,
  judgeProvisionally,
} from '../../domain/programmes/assessment/conclusion/judgeHousehold'
import { RULES_VERSION } from '../../domain/programmes/assessment/conclusion/rulesVersion'
import { SUMMARY_EDITION, summariseHousehold } from '../households/HouseholdSummary'
import type { Programme } from './Programme'

/** The third-party assessment of poverty exit: seven criteria, a conclusion, flags and monitoring. */
export const ASSESSMENT: Programme = {
  id: 'assessment',
  kinds: ['assessment'],
  givesVerdict: true,
  pages: [
    'households',
    'suspicions',
    'county',
    'roster',
    'sample',
    'team',
    'quality',
    'output',
    'standards',
    'project',
    'settings',
  ],
  edition: `${RULES_VERSION}.${SUMMARY_EDITION}`,
  evaluate: evaluateAccepted,
  judge: judgeHousehold,
  judgeProvisionally,
  summarise: summariseHousehold,
}
