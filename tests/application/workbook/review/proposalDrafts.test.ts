import { beforeEach, describe, expect, it } from 'vitest'
import type { AnswerRecord } from '../../../../src/application/assess/AnswerRecord'
import type { ProjectStore } from '../../../../src/application/store/ProjectStore'
import { proposalDrafts, type Proposal } from '../../../../src/application/workbook/review/proposalDrafts'
import { returnsIn } from '../../../../src/domain/interview/returns'
import { aHousehold } from '../../../builders/aHousehold'
import { AUTHOR, aMemoryProject, RULES } from '../../../builders/aMemoryProject'

const VISITED = aHousehold({ id: 'h1' })
const NOT_VISITED = aHousehold({ id: 'h2' })
let store: ProjectStore

beforeEach(async () => {
  store = await aMemoryProject(
    [VISITED, NOT_VISITED],
    [answer('visit_outcome', 'completed'), answer('bedding', 'enough')],
  )
})

function answer(question: string, value: string): AnswerRecord {
  const whose = { household: 'h1', member: null, line: null, round: 'first' } as const
  return { ...whose, question, value, evidence: 'respondent', by: null, at: null }
}

function proposal(path: string, text: string, household = VISITED): Proposal {
  return { household, path, text }
}

async function drafts(...proposals: readonly Proposal[]) {
  return proposalDrafts(proposals, await store.changesOfHouseholds(['h1', 'h2']), RULES, AUTHOR)
}

async function open(): Promise<readonly (readonly [string | null, string])[]> {
  const changes = (await store.changesOfHouseholds(['h1'])).get('h1') ?? []
  return returnsIn(changes).map(({ path, text }) => [path, text])
}

describe('what a reviewer proposes', () => {
  it('sends the interview back with a comment on its question, and on the whole of it for no question of the form', async () => {
    const { drafts: made } = await drafts(
      proposal('bedding', '建议：不够'),
      proposal('lines/nobody/amount_yuan', '建议：500'),
    )
    expect((await store.write(made)).ok).toBe(true)
    expect(await open()).toEqual([
      ['bedding', '建议：不够'],
      [null, '建议：500'],
    ])
  })
  it('is not asked twice, and stands behind what is asked already', async () => {
    await store.write((await drafts(proposal('bedding', '一'))).drafts)
    expect((await drafts(proposal('bedding', '一'))).drafts).toEqual([])
    await store.write((await drafts(proposal('bedding', '二'), proposal('bedding', '三'))).drafts)
    expect(await open()).toEqual([['bedding', '一 / 二 / 三']])
    expect((await drafts(proposal('bedding', '二'), proposal('bedding', '一'))).drafts).toEqual([])
  })
  it('has no place in a household without an interview', async () => {
    const { drafts: made, unplaced } = await drafts(proposal('bedding', '一', NOT_VISITED))
    expect([made, unplaced.length]).toEqual([[], 1])
  })
})
