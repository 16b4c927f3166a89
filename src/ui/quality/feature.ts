import type { Feature } from '../app/Feature'
import { QUALITY_COMMANDS } from './commands'
import QualityPage from './QualityPage.vue'

export const QUALITY: Feature = {
  routes: [{ path: 'quality', name: 'quality', component: QualityPage }],
  commands: [QUALITY_COMMANDS],
}
