import { createRouter, createMemoryHistory, type Router } from 'vue-router'
import BackchecksPage from '../county/backchecks/BackchecksPage.vue'
import BehindPage from '../county/behind/BehindPage.vue'
import CountyDataPage from '../county/data/CountyDataPage.vue'
import CountyFrame from '../county/CountyFrame.vue'
import MeasuresPage from '../county/measures/MeasuresPage.vue'
import MonitoringPage from '../county/monitoring/MonitoringPage.vue'
import VillagePage from '../county/villages/VillagePage.vue'
import VillagesPage from '../county/villages/VillagesPage.vue'
import HouseholdsPage from '../households/HouseholdsPage.vue'
import InterviewPage from '../interview/InterviewPage.vue'
import ProjectFrame from './ProjectFrame.vue'
import ProjectPage from '../project/ProjectPage.vue'
import ResultPage from '../result/ResultPage.vue'
import RosterPage from '../roster/RosterPage.vue'
import SamplePage from '../sampling/SamplePage.vue'
import SettingsPage from '../device/SettingsPage.vue'
import StandardsPage from '../standards/StandardsPage.vue'
import StartPage from '../start/StartPage.vue'
import SuspicionsPage from '../suspicions/SuspicionsPage.vue'
import QualityPage from '../quality/QualityPage.vue'
import TeamPage from '../team/TeamPage.vue'

/**
 * Pages live in memory: an address with a household's number in it would stand, readable, in the browser's own history.
 * A reload therefore begins at the start page, where the project is unlocked anyway.
 */
export function createAppRouter(): Router {
  return createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'start', component: StartPage },
      {
        path: '/project',
        component: ProjectFrame,
        children: [
          { path: 'households', name: 'households', component: HouseholdsPage },
          {
            path: 'households/:id/interview/:round?',
            name: 'interview',
            component: InterviewPage,
            props: true,
          },
          { path: 'households/:id/result', name: 'result', component: ResultPage },
          { path: 'suspicions', name: 'suspicions', component: SuspicionsPage },
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
          { path: 'quality', name: 'quality', component: QualityPage },
          { path: 'team', name: 'team', component: TeamPage },
          { path: 'standards', name: 'standards', component: StandardsPage },
          { path: 'settings', name: 'project', component: ProjectPage },
          { path: 'device', name: 'settings', component: SettingsPage },
          { path: 'roster', name: 'roster', component: RosterPage },
          { path: 'sample', name: 'sample', component: SamplePage },
        ],
      },
    ],
  })
}
