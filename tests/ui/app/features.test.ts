import { expect, it } from 'vitest'
import { PROGRAMMES } from '../../../src/application/programmes/programmeOf'
import { createAppRouter } from '../../../src/ui/app/router'

it.each(PROGRAMMES)('every page that the rail of $id offers has a route', ({ pages }) => {
  const router = createAppRouter({ updates: null })
  expect(pages.filter((page) => !router.hasRoute(page))).toEqual([])
})

it('there is no page of the update where the app is not installed', () => {
  expect(createAppRouter({ updates: null }).hasRoute('update')).toBe(false)
})
