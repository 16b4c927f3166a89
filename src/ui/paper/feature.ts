import type { Feature } from '../app/Feature'
import PaperPage from './PaperPage.vue'

export const PAPER: Feature = { routes: [{ path: 'paper', name: 'paper', component: PaperPage }] }
