import { expect, it } from 'vitest'
import { villagesOf } from '../../../src/application/roster/adoptRoster'
import { idNumberFor } from '../../../src/domain/roster/values/idNumber'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { anOpenInterview } from '../../builders/anOpenInterview'
import { unlock } from '../../contracts/Machine'

const LIST = [aHousehold({ members: [aMember({ idNumber: idNumberFor('52010119600101001') })] })]

it('takes no list of real people into a practice project, and shows why', async () => {
  const { session } = await anOpenInterview()
  expect(await session.adopt(villagesOf(LIST))).toBe(false)
  expect(session.saved).toMatchObject({ kind: 'refused', problems: [{ code: 'practice_real_people' }] })
  expect(session.open?.rosterHash).toBeUndefined()
})

it('takes it into a project with a passcode', async () => {
  const { session } = await anOpenInterview(aHousehold(), { ...unlock, rememberBySystem: false })
  expect(await session.adopt(villagesOf(LIST))).toBe(true)
})
