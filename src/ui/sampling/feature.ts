import type { Feature } from '../app/Feature'
import SamplePage from './SamplePage.vue'

export const SAMPLING: Feature = {
  routes: [{ path: 'sample', name: 'sample', component: SamplePage }],
}
