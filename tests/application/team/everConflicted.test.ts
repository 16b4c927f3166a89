import { describe, expect, it } from 'vitest'
import { textsOf } from '../../../src/adapters/resources/texts'
import { assessHousehold } from '../../../src/application/assess/assessHousehold'
import { summariseHousehold } from '../../../src/application/households/HouseholdSummary'
import { settleConflict } from '../../../src/application/team/conflicts/settleConflicts'
import { householdList } from '../../../src/application/workbook/sheets/householdSheet'
import { correctionList } from '../../../src/application/workbook/sheets/correctionSheet'
import { conflictsIn } from '../../../src/domain/team/conflictsIn'
import { foldEntities } from '../../../src/domain/team/projectionText'
import { aHousehold } from '../../builders/aHousehold'
import { RULES } from '../../builders/aMemoryProject'
import { aTeam, type Laptop } from '../../builders/aTeam'
import { valueOf } from '../../contracts/projectStoreContract'

const H1 = '5201010001'
const TERMS = { texts: textsOf('zh-CN'), isIdInFull: false, isSampled: false, project: 'p' }

async function assessmentAt({ store }: Laptop) {
  const changes = (await store.changesOfHouseholds([H1])).get(H1) ?? []
  return assessHousehold(aHousehold({ id: H1 }), changes, RULES)
}

async function settleAll(lead: Laptop): Promise<void> {
  const changes = (await lead.store.changesOfHouseholds([H1])).get(H1) ?? []
  for (const conflict of conflictsIn(H1, foldEntities(changes))) {
    const [head] = conflict.heads
    if (head === undefined) throw new Error('a conflict has heads')
    valueOf(
      await settleConflict(lead.store, conflict, { by: 'choice', head }, { ...lead.author, reason: '核对' }),
    )
  }
}

describe('a household on which two people differed', () => {
  it('stays marked in the list and the workbook once it is settled, whichever package came first', async () => {
    const { lead, first, second } = await aTeam()
    await first.answer(H1, 'visit_outcome', 'completed')
    await second.merge(await first.send(second))
    await first.answer(H1, 'food_enough', 'all_year')
    await second.answer(H1, 'food_enough', 'often_short')
    await first.answer(H1, 'bedding', 'enough')
    await first.answer(H1, 'bedding', 'short')
    const [early, late] = [await first.send(lead), await second.send(lead)]
    // Whoever gets them one after the other, and the other way round, and with what settled it first.
    const [one, another] = [await lead.tampered(), await lead.tampered()]
    await lead.merge(early, late)
    await settleAll(lead)
    const settled = await lead.send(one, null, 'assignment')
    for (const each of [one, another]) valueOf(await each.store.keepRecord('lead', lead.keys.device))
    for (const bytes of [early, late, settled]) await one.merge(bytes)
    for (const bytes of [settled, late, early]) await another.merge(bytes)

    for (const laptop of [lead, one, another]) {
      const assessment = await assessmentAt(laptop)
      expect(assessment.conflicts).toEqual([])
      expect(summariseHousehold(assessment, 'completed')).toMatchObject({ conflicts: 0, everConflicted: 1 })
      const { columns, rowsOf } = householdList(TERMS)
      const at = columns.findIndex(({ label }) => label === '曾有不同答案的题数')
      expect(rowsOf({ assessment })[0]?.[at]).toBe(1)
      const corrections = correctionList(TERMS).rowsOf({ assessment })
      const marks = corrections.map((cells) => [cells[1], cells.at(-1)])
      expect(marks.filter(([, mark]) => mark === '曾有不同答案').length).toBeGreaterThan(0)
      expect(new Set(marks.flatMap(([question, mark]) => (mark === null ? [question] : []))).size).toBe(1)
    }
  })
})
