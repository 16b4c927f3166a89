import type { Feature } from '../app/Feature'
import ReviewReturnPage from './ReviewReturnPage.vue'

export const REVIEW_RETURN: Feature = {
  routes: [{ path: 'review', name: 'reviewReturn', component: ReviewReturnPage }],
}
