import type { Feature } from '../app/Feature'
import AboutPage from './AboutPage.vue'

/** The same page within an open project, where the frame around it goes on locking. */
export const ABOUT: Feature = {
  routes: [{ path: 'about', name: 'projectAbout', component: AboutPage }],
}
