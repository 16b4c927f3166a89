import type { Feature } from '../app/Feature'
import InterviewPage from './InterviewPage.vue'

export const INTERVIEW: Feature = {
  routes: [
    {
      path: 'households/:id/interview/:round?',
      name: 'interview',
      component: InterviewPage,
      props: true,
    },
  ],
}
