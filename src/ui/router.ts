import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import StartPage from './pages/StartPage.vue'

/** Hash history: works alike on `app://yihu/` and on the browser build's port, with no server rule. */
export function createAppRouter(): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: [{ path: '/', name: 'start', component: StartPage }],
  })
}
