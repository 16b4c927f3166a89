import type { Feature } from '../app/Feature'
import { SUSPICIONS_COMMANDS } from './commands'
import SuspicionsPage from './SuspicionsPage.vue'

export const SUSPICIONS: Feature = {
  routes: [{ path: 'suspicions', name: 'suspicions', component: SuspicionsPage }],
  commands: [SUSPICIONS_COMMANDS],
}
