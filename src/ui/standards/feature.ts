import type { Feature } from '../app/Feature'
import StandardsPage from './StandardsPage.vue'

export const STANDARDS: Feature = {
  routes: [{ path: 'standards', name: 'standards', component: StandardsPage }],
}
