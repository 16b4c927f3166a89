import { expect, it } from 'vitest'
import { localDay, localMoment } from '../../../../src/ui/app/i18n/localTime'

it('shows an instant by this device’s clock, whatever zone it was written in', () => {
  const late = new Date(2020, 6, 15, 23, 59, 58)
  const early = new Date(2020, 6, 15, 0, 0, 1)
  for (const each of [late, early]) expect(localDay(each.toISOString())).toBe('2020-07-15')
  expect(localMoment(late.toISOString())).toBe('2020-07-15 23:59:58')
})
