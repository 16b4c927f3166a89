import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import HouseholdsPage from './pages/HouseholdsPage.vue'
import InterviewPage from './pages/InterviewPage.vue'
import ProjectFrame from './pages/ProjectFrame.vue'
import ResultPage from './pages/ResultPage.vue'
import RosterPage from './pages/RosterPage.vue'
import StartPage from './pages/StartPage.vue'

/** Hash history: works alike on `app://yihu/` and on the browser build's port, with no server rule. */
export function createAppRouter(): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/', name: 'start', component: StartPage },
      {
        path: '/project',
        component: ProjectFrame,
        children: [
          { path: 'households', name: 'households', component: HouseholdsPage },
          { path: 'households/:id/interview', name: 'interview', component: InterviewPage, props: true },
          { path: 'households/:id/result', name: 'result', component: ResultPage },
          { path: 'roster', name: 'roster', component: RosterPage },
        ],
      },
    ],
  })
}
