import { beforeEach, describe, expect, it } from 'vitest'
import { newReplica } from '../../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../../src/adapters/memory/MemoryStore'
import { readReview } from '../../../../src/adapters/excel/readReview'
import { textsOf } from '../../../../src/adapters/resources/texts'
import { determinationsOf } from '../../../../src/application/determination/determinationsOf'
import { addPerson } from '../../../../src/application/store/addPerson'
import type { ProjectStore } from '../../../../src/application/store/ProjectStore'
import { commitReview } from '../../../../src/application/workbook/review/commitReview'
import { decisionWords } from '../../../../src/application/workbook/review/decisionWords'
import type { ReturnedWorkbook } from '../../../../src/application/workbook/review/ReturnedWorkbook'
import { projectMark } from '../../../../src/application/workbook/review/reviewFormat'
import { takeReview } from '../../../../src/application/workbook/review/takeReview'
import type { TakenReview } from '../../../../src/application/workbook/review/TakenReview'
import type { Result } from '../../../../src/domain/shared/Result'
import { aReviewFile, aRowState, REVIEW, SALT } from '../../../builders/aReviewFile'

const AT = '2020-12-31T08:00:00Z'
const ROWS = ['1', '2', '3'].map((id) => aRowState(id))
let store: ProjectStore
let returned: ReturnedWorkbook

beforeEach(async () => {
  store = new MemoryStore('test', newReplica())
  for (const id of ['组长', '张三', '李四'])
    value(await addPerson(store, { id, name: id, enteredBy: '组长', at: AT }))
  const file = await aReviewFile(ROWS, ({ cover, review }) => {
    cover[0] = ['复核人', ' 张三 ']
    cover[1] = ['确认人', '李四']
    for (const [row, word] of [
      [0, '错退'],
      [2, '错评'],
    ] as const) {
      const cells = review[row] ?? []
      cells[REVIEW.decision] = word
      cells[REVIEW.reason] = '入户看过'
    }
  })
  returned = value(readReview(file))
})

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** What the workbook comes to by what the store says now. */
async function takenNow(): Promise<TakenReview> {
  const determinations = await determinationsOf(store)
  const rows = ROWS.map((row) => ({ ...row, determinations: determinations.get(row.household.id) }))
  return takeReview(returned, {
    project: projectMark(SALT),
    households: new Map(rows.map((row) => [row.household.id, row])),
    words: decisionWords([textsOf('zh-CN')]),
  })
}

async function commit(confirmer: string | null): Promise<Result<unknown>> {
  const { decisions, problems } = await takenNow()
  expect(problems).toEqual([])
  return commitReview(
    store,
    { decisions, proposals: [], at: AT },
    confirmer === null ? null : { person: confirmer },
  )
}

describe('a returned workbook that is taken', () => {
  it('decides in the reviewer’s name, confirmed by whom it names, and adds nothing the second time', async () => {
    value(await commit('李四'))
    const said = await determinationsOf(store)
    expect(said.get('1')?.suspicion).toMatchObject({
      state: 'final',
      decision: { determination: 'wrong_exit', by: '张三', confirmedBy: '李四', reason: '入户看过' },
    })
    expect(said.get('3')?.inclusion).toMatchObject({
      state: 'final',
      decision: { determination: 'wrong_inclusion' },
    })
    expect(said.get('2')).toBeUndefined()

    const again = await takenNow()
    expect({ decisions: again.decisions, standing: again.standing, conflicts: again.conflicts }).toEqual({
      decisions: [],
      standing: 2,
      conflicts: [],
    })
  })
  it('is confirmed later by the same file where the confirmer was not there, with no second decision', async () => {
    value(await commit(null))
    expect((await determinationsOf(store)).get('1')?.suspicion.state).toBe('unconfirmed')
    value(await commit('李四'))
    const said = (await determinationsOf(store)).get('1')
    expect([said?.suspicion.state, said?.history.length]).toEqual(['final', 1])
  })
  it('is refused whole where the reviewer is not of the project, or confirms himself', async () => {
    const before = (await store.changesOfProject()).length
    const { decisions } = await takenNow()
    const by = (name: string) =>
      decisions.map((each) => ({ ...each, record: { ...each.record, by: name, confirmedBy: '李四' } }))
    const codes = []
    for (const [reviewer, confirmer] of [
      ['外人', '李四'],
      ['李四', '李 四'],
      ['张三', '外人'],
    ] as const) {
      const refused = await commitReview(
        store,
        { decisions: by(reviewer), proposals: [], at: AT },
        { person: confirmer },
      )
      codes.push(refused.ok ? null : refused.problems[0]?.code)
    }
    expect(codes).toEqual(['person_unknown', 'determination_confirmed_by_same_person', 'person_unknown'])
    expect((await store.changesOfProject()).length).toBe(before)
    expect((await determinationsOf(store)).size).toBe(0)
  })
})
