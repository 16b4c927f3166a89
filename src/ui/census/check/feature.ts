import type { Feature } from '../../app/Feature'
import CheckPage from './CheckPage.vue'
import { CHECK_COMMANDS } from './commands'

export const CHECK: Feature = {
  routes: [{ path: 'check', name: 'check', component: CheckPage }],
  commands: [CHECK_COMMANDS],
}
