import type { Feature } from '../app/Feature'
import ReconcilePage from './ReconcilePage.vue'

export const RECONCILE: Feature = {
  routes: [{ path: 'reconcile', name: 'reconcile', component: ReconcilePage }],
}
