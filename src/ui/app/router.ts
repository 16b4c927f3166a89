import { createRouter, createMemoryHistory, type Router } from 'vue-router'
import type { Platform } from '../../application/Platform'
import AboutAlone from '../about/AboutAlone.vue'
import StartPage from '../start/StartPage.vue'
import UpdatePage from '../update/UpdatePage.vue'
import { FEATURES } from './features'
import ProjectFrame from './ProjectFrame.vue'

/**
 * Pages live in memory: an address with a household's number in it would stand, readable, in the browser's own history.
 * A reload therefore begins at the start page, where the project is unlocked anyway. The update has a page only where there is one.
 */
export function createAppRouter({ updates }: Pick<Platform, 'updates'>): Router {
  return createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'start', component: StartPage },
      { path: '/about', name: 'about', component: AboutAlone },
      ...(updates === null ? [] : [{ path: '/update', name: 'update', component: UpdatePage }]),
      {
        path: '/project',
        component: ProjectFrame,
        children: FEATURES.flatMap(({ routes }) => routes),
      },
    ],
  })
}
