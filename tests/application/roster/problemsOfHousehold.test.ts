import { describe, expect, it } from 'vitest'
import { problemsOfHousehold } from '../../../src/application/roster/problemsOfHousehold'
import { readList } from '../../fixtures/roster/readList'

const roster = readList([
  ['户编号', '姓名', '与户主关系', '脱贫属性', '年龄'],
  ['51', '李建国', '户主', '已脱贫', '四十'],
  ['51', '王芳', '配偶', '', '三十几岁'],
  ['52', '赵六', '户主', '未脱贫', '很老'],
])

describe('the problems of a household', () => {
  it.each([
    ['51', ['E2', 'E3']],
    ['52', ['E4']],
  ] as const)('are those at the rows of its own people, when it is %s', (id, cells) => {
    const household = roster.households.find((each) => each.id === id)
    const problems = household === undefined ? [] : problemsOfHousehold(roster.problems, household)
    const ages = problems.filter(({ place }) => place.cell?.startsWith('E') === true)
    expect(ages.map(({ place }) => place.cell)).toEqual(cells)
  })
})
