import type { Feature } from '../app/Feature'
import BackchecksPage from './backchecks/BackchecksPage.vue'
import BehindPage from './behind/BehindPage.vue'
import * as commands from './commands'
import CountyFrame from './CountyFrame.vue'
import CountyDataPage from './data/CountyDataPage.vue'
import MeasuresPage from './measures/MeasuresPage.vue'
import MonitoringPage from './monitoring/MonitoringPage.vue'
import VillagePage from './villages/VillagePage.vue'
import VillagesPage from './villages/VillagesPage.vue'

export const COUNTY: Feature = {
  routes: [
    {
      path: 'county',
      component: CountyFrame,
      children: [
        { path: '', name: 'county', component: MeasuresPage },
        { path: 'behind', name: 'behind', component: BehindPage },
        { path: 'villages', name: 'villages', component: VillagesPage },
        { path: 'village', name: 'village', component: VillagePage },
        { path: 'monitoring', name: 'monitoring', component: MonitoringPage },
        { path: 'backchecks', name: 'backchecks', component: BackchecksPage },
        { path: 'data', name: 'countyData', component: CountyDataPage },
      ],
    },
  ],
  commands: Object.values(commands),
}
