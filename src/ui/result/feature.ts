import type { Feature } from '../app/Feature'
import { RESULT_COMMANDS } from './commands'
import ResultPage from './ResultPage.vue'

export const RESULT: Feature = {
  routes: [{ path: 'households/:id/result', name: 'result', component: ResultPage }],
  commands: [RESULT_COMMANDS],
}
