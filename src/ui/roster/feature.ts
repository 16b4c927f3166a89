import type { Feature } from '../app/Feature'
import RosterPage from './RosterPage.vue'

export const ROSTER: Feature = {
  routes: [{ path: 'roster', name: 'roster', component: RosterPage }],
}
