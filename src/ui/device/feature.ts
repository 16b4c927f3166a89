import type { Feature } from '../app/Feature'
import SettingsPage from './SettingsPage.vue'

export const DEVICE: Feature = {
  routes: [{ path: 'device', name: 'settings', component: SettingsPage }],
}
