import type { Feature } from '../../app/Feature'
import CasesPage from './CasesPage.vue'
import { CASES_COMMANDS, TABLES_COMMANDS } from './commands'
import TablesPage from './TablesPage.vue'

export const CENSUS_TABLES: Feature = {
  routes: [
    { path: 'tables', name: 'tables', component: TablesPage },
    { path: 'tables/cases', name: 'censusCases', component: CasesPage },
  ],
  commands: [TABLES_COMMANDS, CASES_COMMANDS],
}
