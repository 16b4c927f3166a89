import type { Feature } from '../../app/Feature'
import AreaPage from './AreaPage.vue'
import { AREA_COMMANDS, CHECKS_COMMANDS, COVERAGE_COMMANDS } from './commands'
import CoveragePage from './CoveragePage.vue'

export const COVERAGE: Feature = {
  routes: [
    { path: 'coverage', name: 'coverage', component: CoveragePage },
    { path: 'coverage/area', name: 'area', component: AreaPage },
  ],
  commands: [COVERAGE_COMMANDS, CHECKS_COMMANDS, AREA_COMMANDS],
}
