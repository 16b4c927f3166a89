import type { Feature } from '../app/Feature'
import { HOUSEHOLDS_COMMANDS } from './commands'
import HouseholdsPage from './HouseholdsPage.vue'

export const HOUSEHOLDS: Feature = {
  routes: [{ path: 'households', name: 'households', component: HouseholdsPage }],
  commands: [HOUSEHOLDS_COMMANDS],
}
