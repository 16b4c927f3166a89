import type { Feature } from '../app/Feature'
import ProjectPage from './ProjectPage.vue'

export const PROJECT: Feature = {
  routes: [{ path: 'settings', name: 'project', component: ProjectPage }],
}
