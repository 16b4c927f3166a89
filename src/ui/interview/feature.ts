import type { Feature } from '../app/Feature'
import { INTERVIEW_COMMANDS } from './commands'
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
  commands: [INTERVIEW_COMMANDS],
}
