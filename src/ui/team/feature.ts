import type { Feature } from '../app/Feature'
import TeamPage from './TeamPage.vue'

export const TEAM: Feature = {
  routes: [{ path: 'team', name: 'team', component: TeamPage }],
}
