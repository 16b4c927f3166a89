import { beforeAll, describe, expect, it } from 'vitest'
import { readReview } from '../../../../../src/adapters/excel/readReview'
import { writeWorkbook } from '../../../../../src/adapters/excel/writeWorkbook'
import { CENSUS_LISTS } from '../../../../../src/application/census/workbook/censusFormat'
import { proposalDrafts } from '../../../../../src/application/workbook/review/proposalDrafts'
import { currentReview } from '../../../../../src/application/workbook/review/currentReview'
import { takeReview } from '../../../../../src/application/workbook/review/takeReview'
import { aCensusWorkbook, CENSUS_RULES } from '../../../../builders/aCensusWorkbook'
import { AUTHOR } from '../../../../builders/aMemoryProject'
import { aReviewFile, aRowState, SALT } from '../../../../builders/aReviewFile'
import { bytesOf, returnedFrom, takenFrom } from '../../../../builders/aReturnedCensus'
import { editSheet } from '../../../../office/editSheet'
import { cellsNamed } from '../../../../office/namedCells'
import { withProposals, type TypedProposal } from '../../../../office/withProposals'

let made: Awaited<ReturnType<typeof aCensusWorkbook>>
let bytes = new Uint8Array()
let [first, second] = ['', '']

beforeAll(async () => {
  made = await aCensusWorkbook({ households: 20 })
  bytes = new Uint8Array(await bytesOf(made))
  ;[first = '', second = ''] = made.listed.map(({ id }) => id)
})

function proposal(given: TypedProposal): TypedProposal {
  return {
    household: first,
    question: '铺盖和冬衣够不够',
    value: '不够',
    reason: '入户看过',
    by: '张三',
    ...given,
  }
}

function taken(rows: readonly TypedProposal[]) {
  return takenFrom(withProposals(bytes, rows), made)
}

/** Whether the first household's bedding is short. */
function isShort(): boolean {
  return cellsNamed(bytes, 'D_bedding')[0]?.value === 3
}

/** The label of a question in the workbook's language. */
function labelOf(question: string): string {
  return CENSUS_RULES.currentInstrument.questions.get(question)?.data.label['zh-CN'] ?? ''
}

describe('a census workbook that came back', () => {
  it('says nothing where nothing was written', async () => {
    expect(await takenFrom(bytes, made)).toMatchObject({
      questions: [],
      problems: [],
      ignored: [],
      reviewer: null,
    })
  })

  it('has a question to the enumerator for each proposal, by label in either language or by name', async () => {
    const english = CENSUS_RULES.currentInstrument.questions.get('bedding')?.data.label.en ?? ''
    const asked = await taken([
      proposal({ question: labelOf('bedding') }),
      proposal({ household: second, question: english }),
      proposal({ question: 'food_enough', value: 7 }),
      proposal({ question: 'food_enough', value: 7 }),
    ])
    expect(asked).toMatchObject({ problems: [], outdated: [], ignored: [], reviewer: '张三' })
    const said = { sheet: '更正建议', reason: '入户看过', by: '张三' }
    expect(asked.questions).toEqual([
      { ...said, cell: 'D2', household: first, path: 'bedding', value: '不够' },
      { ...said, cell: 'D3', household: second, path: 'bedding', value: '不够' },
      { ...said, cell: 'D4', household: first, path: 'food_enough', value: '7' },
    ])
  })

  it('names the person of a question asked of each, and tells of one named beside another question', async () => {
    const [member] = made.listed[0]?.members ?? []
    const asked = await taken([
      proposal({ question: 'insurance', member: member?.name ?? '' }),
      proposal({ question: 'bedding', member: '某某' }),
    ])
    expect(asked.problems).toEqual([])
    expect(asked.questions.map(({ path }) => path)).toEqual([`members/${member?.id}/insurance`, 'bedding'])
    expect(asked.questions.map((each) => each.member)).toEqual([member?.name, undefined])
    expect(asked.ignored).toEqual([{ sheet: '更正建议', cell: 'C3', was: null, now: '某某' }])
  })

  it('is signed by the reviewer on the cover where the row names nobody', async () => {
    const [cover] = cellsNamed(bytes, 'Reviewer')
    const signed = editSheet(bytes, cover?.sheet ?? '', { [cover?.address ?? '']: '李四' })
    const { questions } = await takenFrom(
      withProposals(signed, [proposal({ question: 'bedding', by: null })]),
      made,
    )
    expect(questions.map(({ by }) => by)).toEqual(['李四'])
  })

  it('is refused whole for what a row lacks or names wrongly, with the cell', async () => {
    const right = proposal({ question: 'bedding' })
    const { problems, questions } = await taken([
      right,
      { ...right, household: null },
      { ...right, question: null },
      { ...right, value: null },
      { ...right, reason: null },
      { ...right, by: null },
      { ...right, household: '不在' },
      { ...right, question: '收入' },
      { ...right, question: 'insurance' },
      { ...right, question: 'insurance', member: '某某' },
    ])
    expect(questions).toEqual([])
    expect(problems.map(({ code, place }) => `${code} ${place.cell}`)).toEqual([
      'proposal_incomplete A3',
      'proposal_incomplete B4',
      'proposal_incomplete D5',
      'review_question_reason_missing E6',
      'review_reviewer_missing F7',
      'proposal_household_unknown A8',
      'proposal_question_unknown B9',
      'proposal_member_missing C10',
      'proposal_member_unknown C11',
    ])
  })

  it('is refused for a whole proposal below the prepared rows, and only tells other notes there', async () => {
    const rows = cellsNamed(bytes, 'Proposal_household')
    const { sheet = '', address = '' } = rows.at(-1) ?? {}
    const below = Number(address.slice(1)) + 1
    const whole = { A: first, B: 'bedding', D: '不够', E: '入户看过', F: '张三' }
    const typed = Object.entries(whole).map(([column, value]) => [`${column}${below}`, value] as const)
    const found = await takenFrom(editSheet(bytes, sheet, Object.fromEntries(typed)), made)
    expect(found.problems.map(({ code, place }) => [code, place.sheet, place.cell])).toEqual([
      ['proposal_below_rows', sheet, `A${below}`],
    ])
    const noted = await takenFrom(editSheet(bytes, sheet, { [`A${below}`]: '完' }), made)
    expect(noted.problems).toEqual([])
    expect(noted.ignored).toMatchObject([{ sheet, cell: `A${below}`, now: '完' }])
  })

  it('takes a key that became a number, as long as it names one household', async () => {
    const asked = await taken([proposal({ question: 'bedding', household: Number(first) })])
    expect(asked.questions.map(({ household }) => household)).toEqual([first])
  })

  it('tells other cells changed by hand, and takes none of them', async () => {
    const [key] = cellsNamed(bytes, 'H_key')
    const edited = editSheet(bytes, key?.sheet ?? '', { [key?.address ?? '']: 'x' })
    const { ignored, questions } = await takenFrom(
      withProposals(edited, [proposal({ question: 'bedding' })]),
      made,
    )
    expect(ignored).toEqual([{ sheet: key?.sheet, cell: key?.address, was: first, now: 'x' }])
    expect(questions).toHaveLength(1)
  })

  it('is refused with a damaged fingerprint, or of another project', async () => {
    const [mark] = cellsNamed(bytes, 'Census_fingerprint')
    const damaged = editSheet(bytes, mark?.sheet ?? '', { [mark?.address ?? '']: '0-0-0' })
    const found = await takenFrom(withProposals(damaged, [proposal({ question: 'bedding' })]), made)
    expect(found.problems.map(({ code }) => code)).toEqual(['review_row_damaged'])
    expect(found.questions).toEqual([])
    const foreign = await takenFrom(bytes, made, 'another')
    expect(foreign.problems.map(({ code }) => code)).toEqual(['review_of_another_project'])
  })

  it('is not taken where the household’s answers are others by now, and the rest is', async () => {
    const given = { member: null, line: null, round: 'first', at: null, by: null } as const
    const answer = { question: 'bedding', evidence: 'respondent' } as const
    const now = await aCensusWorkbook({
      households: 20,
      answers: ([household = '']) => [
        { ...given, ...answer, household, value: isShort() ? 'enough' : 'short' },
      ],
    })
    const other = proposal({ household: second, question: 'bedding', by: '王五' })
    const asked = [proposal({ question: 'bedding' }), other]
    const { questions, outdated, problems, reviewer } = await takenFrom(withProposals(bytes, asked), now)
    expect(problems).toEqual([])
    expect(questions.map(({ household }) => household)).toEqual([second])
    expect(outdated.map(({ said, isGone }) => [said.household, said.cell, isGone])).toEqual([
      [first, 'D2', false],
    ])
    expect(reviewer).toBe('王五、张三')
    const alone = await takenFrom(withProposals(bytes, [proposal({ question: 'bedding' })]), now)
    expect([alone.questions, alone.reviewer]).toEqual([[], '张三'])
  })

  it('adds nothing the second time', async () => {
    const own = await aCensusWorkbook({ households: 20 })
    const file = withProposals(new Uint8Array(await bytesOf(own)), [proposal({ question: 'bedding' })])
    for (const expected of [1, 0]) {
      const { questions } = await takenFrom(file, own)
      const changes = await own.store.changesOfHouseholds([first])
      const proposals = questions.flatMap(({ household, path, value }) =>
        own.listed
          .filter(({ id }) => id === household)
          .map((each) => ({ household: each, path, text: value })),
      )
      expect(proposals).toHaveLength(1)
      const { drafts, unplaced } = proposalDrafts(proposals, changes, CENSUS_RULES, AUTHOR)
      expect([drafts.length, unplaced.length]).toEqual([expected, 0])
      await own.store.write(drafts)
    }
  })

  it('is of no assessment, and no review workbook is a census’s', async () => {
    const review = returnedFrom((await aReviewFile([aRowState('5399000001')])).bytes)
    const file = (await aReviewFile([aRowState('5399000001')])).bytes
    expect((await takenFrom(file, made)).problems.map(({ code }) => code)).toEqual(['census_is_review'])
    expect(review.kind).toBe('review')
    const found = takeReview(returnedFrom(bytes), currentReview([], SALT, []))
    expect(found.problems.map(({ code }) => code)).toEqual(['review_is_census'])
  })
})

describe('of two workbooks of a large census', () => {
  it('corrections come back from the one with the tables, and the one of lists is refused as that', async () => {
    const large = await aCensusWorkbook({ households: 20, formulasUpTo: 19 })
    const file = withProposals(new Uint8Array(await bytesOf(large)), [proposal({ question: 'bedding' })])
    const { questions, problems } = await takenFrom(file, large)
    expect([questions.length, problems.length]).toEqual([1, 0])
    const lists = await writeWorkbook(large.workbook.lists(), CENSUS_LISTS)
    const read = readReview({ name: 'lists.xlsx', bytes: lists })
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['review_is_lists'])
  })
})
