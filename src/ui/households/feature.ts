import type { Feature } from '../app/Feature'
import HouseholdsPage from './HouseholdsPage.vue'

export const HOUSEHOLDS: Feature = {
  routes: [{ path: 'households', name: 'households', component: HouseholdsPage }],
  rail: 'households',
}
