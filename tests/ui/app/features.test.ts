import { expect, it } from 'vitest'
import { PROGRAMMES } from '../../../src/application/programmes/programmeOf'
import { createAppRouter } from '../../../src/ui/app/router'

it.each(PROGRAMMES)('every page that the rail of $id offers has a route', ({ pages }) => {
  const router = createAppRouter()
  expect(pages.filter((page) => !router.hasRoute(page))).toEqual([])
})
