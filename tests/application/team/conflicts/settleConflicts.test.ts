import { describe, expect, it } from 'vitest'
import { assessHousehold } from '../../../../src/application/assess/assessHousehold'
import { previewRule, settleByRule } from '../../../../src/application/team/conflicts/settleByRule'
import { chooseInterview, settleConflict } from '../../../../src/application/team/conflicts/settleConflicts'
import { foldChanges } from '../../../../src/domain/changes/foldChanges'
import {
  conflictsIn,
  duplicatesIn,
  kindOfConflict,
  type Conflict,
} from '../../../../src/domain/team/conflictsIn'
import { foldEntities } from '../../../../src/domain/team/projectionText'
import { aHousehold } from '../../../builders/aHousehold'
import { RULES } from '../../../builders/aMemoryProject'
import { aTeam, type Laptop, type Team } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'

const H1 = '5201010001'
const ID = `${H1}/first/1`

/** Both answered two questions of the same interview after a hand-over, differently; the lead has it all. */
async function aConflictingTeam(): Promise<Team> {
  const team = await aTeam()
  const { lead, first, second } = team
  await first.answer(H1, 'visit_outcome', 'completed')
  await second.merge(await first.send(second))
  await first.answer(H1, 'food_enough', 'all_year', 'document')
  await second.answer(H1, 'food_enough', 'often_short')
  await first.answer(H1, 'bedding', 'enough')
  await second.answer(H1, 'bedding', 'short')
  expect(await lead.merge(await first.send(lead), await second.send(lead))).toEqual(['sound', 'sound'])
  return team
}

async function conflictsOf({ store }: Laptop): Promise<readonly Conflict[]> {
  return conflictsIn(H1, foldEntities((await store.changesOfHouseholds([H1])).get(H1) ?? []))
}

async function answerOf({ store }: Laptop, question: string) {
  return foldChanges(await store.changesOf('interview', ID)).get(question)
}

describe('a conflict', () => {
  it('is settled by choosing one of its answers, with its evidence and the reason', async () => {
    const { lead } = await aConflictingTeam()
    const reasoned = { ...lead.author, reason: '看过粮本' }
    const [, food] = await conflictsOf(lead)
    const [head] = food?.heads.filter(({ person }) => person === '甲') ?? []
    if (food === undefined || head === undefined) throw new Error('both differ about food')
    expect(
      await settleConflict(lead.store, food, { by: 'choice', head }, { ...reasoned, reason: ' ' }),
    ).toMatchObject({ ok: false })
    valueOf(await settleConflict(lead.store, food, { by: 'choice', head }, reasoned))
    const settled = await answerOf(lead, 'food_enough')
    expect(settled).toMatchObject({ isConflict: false, value: 'all_year', evidence: 'document' })
    expect(settled?.heads).toMatchObject([{ person: '组长', reason: '看过粮本' }])
    expect(await conflictsOf(lead)).toHaveLength(1)
  })

  it('is settled by what is entered', async () => {
    const { lead } = await aConflictingTeam()
    const [bedding] = await conflictsOf(lead)
    if (bedding === undefined) throw new Error('both differ about bedding')
    const entry = { by: 'entry', value: 'some_short', evidence: 'observed' } as const
    valueOf(await settleConflict(lead.store, bedding, entry, { ...lead.author, reason: '去看过' }))
    expect(await answerOf(lead, 'bedding')).toMatchObject({
      isConflict: false,
      value: 'some_short',
      evidence: 'observed',
    })
  })

  it('is open again when a further answer comes that the lead had not seen', async () => {
    const { lead, second } = await aConflictingTeam()
    const [bedding] = await conflictsOf(lead)
    const [head] = bedding?.heads ?? []
    if (bedding === undefined || head === undefined) throw new Error('both differ about bedding')
    await second.answer(H1, 'bedding', 'none')
    valueOf(
      await settleConflict(lead.store, bedding, { by: 'choice', head }, { ...lead.author, reason: '按甲' }),
    )
    expect(await lead.merge(await second.send(lead))).toEqual(['sound'])
    expect((await answerOf(lead, 'bedding'))?.isConflict).toBe(true)
  })
})

describe('a rule for many conflicts', () => {
  it('settles where exactly one answer is by document, and leaves the others', async () => {
    const { lead } = await aConflictingTeam()
    const conflicts = await conflictsOf(lead)
    const rule = { name: 'document_first' } as const
    expect(previewRule(conflicts, rule).settled.map(({ path }) => path)).toEqual(['food_enough'])
    const done = valueOf(
      await settleByRule(lead.store, conflicts, rule, {
        ...lead.author,
        named: '材料为准',
        reason: '以资料为准',
      }),
    )
    expect(done.left.map(({ path }) => path)).toEqual(['bedding'])
    const food = await answerOf(lead, 'food_enough')
    expect(food?.heads).toMatchObject([{ value: 'all_year', reason: '[材料为准] 以资料为准' }])
    expect(await conflictsOf(lead)).toMatchObject([{ path: 'bedding' }])
  })

  it('settles to one person’s values, and needs a reason', async () => {
    const { lead } = await aConflictingTeam()
    const conflicts = await conflictsOf(lead)
    const rule = { name: 'person', person: '乙' } as const
    expect(
      await settleByRule(lead.store, conflicts, rule, { ...lead.author, named: '乙的', reason: '' }),
    ).toMatchObject({
      ok: false,
    })
    valueOf(
      await settleByRule(lead.store, conflicts, rule, { ...lead.author, named: '乙的', reason: '乙复核过' }),
    )
    expect(await conflictsOf(lead)).toEqual([])
    expect((await answerOf(lead, 'food_enough'))?.heads).toMatchObject([{ value: 'often_short' }])
  })
})

describe('a rule by time', () => {
  it('settles to the latest change by the clock, and leaves open where two were at once', async () => {
    const { lead } = await aConflictingTeam()
    const conflicts = await conflictsOf(lead)
    const latest = { name: 'latest' } as const
    expect(previewRule(conflicts, latest).settled).toEqual([])
    const later = conflicts.map((each) => ({
      ...each,
      heads: each.heads.map((head) =>
        head.person === '甲' ? { ...head, at: '2020-07-15T09:00:01+08:00' } : head,
      ),
    }))
    expect(previewRule(later, latest).left).toEqual([])
    valueOf(
      await settleByRule(lead.store, later, latest, { ...lead.author, named: '后答的', reason: '后去的' }),
    )
    expect((await answerOf(lead, 'bedding'))?.heads).toMatchObject([{ value: 'enough' }])
  })
})

it('has the name of its question for a kind, wherever it was asked', () => {
  const paths = ['food_enough', 'members/m/insurance', 'lines/x:1/amount_yuan', 'lines/x:1']
  expect(paths.map((path) => kindOfConflict({ path }))).toEqual([
    'food_enough',
    'insurance',
    'amount_yuan',
    'lines',
  ])
})

it('judges the interview that was chosen of two begun independently', async () => {
  const { lead, first, second } = await aTeam()
  await first.answer(H1, 'food_enough', 'all_year', 'respondent', 'x')
  await second.answer(H1, 'food_enough', 'often_short', 'respondent', 'y')
  await lead.merge(await first.send(lead), await second.send(lead))
  const judged = async () => {
    const changes = (await lead.store.changesOfHouseholds([H1])).get(H1) ?? []
    const { interview } = assessHousehold(aHousehold({ id: H1 }), changes, RULES)
    const slot = interview.instrument.questions.get('food_enough')?.slot ?? -1
    return { value: interview.household.values[slot], duplicates: duplicatesIn(H1, changes) }
  }
  const { duplicates } = await judged()
  const [duplicate] = duplicates
  if (duplicate === undefined) throw new Error('two copies are a duplicate')
  for (const [copy, value] of [
    ['y', 'often_short'],
    ['x', 'all_year'],
  ] as const) {
    valueOf(
      await chooseInterview(lead.store, duplicate, `${H1}/first/${copy}`, {
        ...lead.author,
        reason: '更完整',
      }),
    )
    const after = await judged()
    expect(after.value).toBe(value)
    expect(after.duplicates).toMatchObject([{ chosen: `${H1}/first/${copy}` }])
  }
})
