import { createRouter, createMemoryHistory, type Router } from 'vue-router'
import BackchecksPage from './pages/county/BackchecksPage.vue'
import BehindPage from './pages/county/BehindPage.vue'
import CountyDataPage from './pages/county/CountyDataPage.vue'
import CountyFrame from './pages/county/CountyFrame.vue'
import MeasuresPage from './pages/county/MeasuresPage.vue'
import MonitoringPage from './pages/county/MonitoringPage.vue'
import VillagePage from './pages/county/VillagePage.vue'
import VillagesPage from './pages/county/VillagesPage.vue'
import HouseholdsPage from './pages/HouseholdsPage.vue'
import InterviewPage from './pages/InterviewPage.vue'
import ProjectFrame from './pages/ProjectFrame.vue'
import ProjectPage from './pages/ProjectPage.vue'
import ResultPage from './pages/ResultPage.vue'
import RosterPage from './pages/RosterPage.vue'
import SamplePage from './pages/SamplePage.vue'
import SettingsPage from './pages/SettingsPage.vue'
import StandardsPage from './pages/StandardsPage.vue'
import StartPage from './pages/StartPage.vue'
import SuspicionsPage from './pages/suspicions/SuspicionsPage.vue'
import QualityPage from './pages/team/QualityPage.vue'
import TeamPage from './pages/team/TeamPage.vue'

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
