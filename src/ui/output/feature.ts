import type { Feature } from '../app/Feature'
import OutputPage from './OutputPage.vue'

export const OUTPUT: Feature = { routes: [{ path: 'output', name: 'output', component: OutputPage }] }
