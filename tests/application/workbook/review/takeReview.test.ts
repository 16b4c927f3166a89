import { describe, expect, it } from 'vitest'
import { readReview } from '../../../../src/adapters/excel/readReview'
import { textsOf } from '../../../../src/adapters/resources/texts'
import { decisionWords } from '../../../../src/application/workbook/review/decisionWords'
import { projectMark, type RowState } from '../../../../src/application/workbook/review/reviewFormat'
import { takeReview } from '../../../../src/application/workbook/review/takeReview'
import type { TakenReview } from '../../../../src/application/workbook/review/TakenReview'
import type { Decision } from '../../../../src/domain/programmes/assessment/determination/Determination'
import type { ProblemCode } from '../../../../src/domain/shared/ProblemCode'
import { aHousehold } from '../../../builders/aHousehold'
import { aMeasured } from '../../../builders/aMeasured'
import {
  aReviewFile,
  aRowState,
  COVER,
  QUESTIONS,
  REVIEW,
  SALT,
  type EditedReview,
} from '../../../builders/aReviewFile'

const KEYS = ['5399000001', '5399000002', '5399000003', '539900000000000004', '539900000000000005']
const ROWS = KEYS.map((id) => aRowState(id))
const WORDS = decisionWords([textsOf('zh-CN'), textsOf('en')])

/** What is taken of a workbook of `ROWS` that was edited so, by a project whose households stand as `now`. */
async function taken(
  edit: (sheets: EditedReview) => void,
  now: readonly RowState[] = ROWS,
  salt = SALT,
): Promise<TakenReview> {
  const returned = readReview(await aReviewFile(ROWS, edit))
  if (!returned.ok) throw new Error(`not read: ${JSON.stringify(returned.problems)}`)
  const households = new Map(now.map((row) => [row.household.id, row]))
  return takeReview(returned.value, { project: projectMark(salt), households, words: WORDS })
}

function set(
  sheet: EditedReview['review'],
  row: number,
  column: number,
  value: EditedReview['review'][0][0],
) {
  const cells = sheet[row]
  if (cells === undefined) throw new Error(`no row ${row}`)
  cells[column] = value
}

function sign(sheets: EditedReview, reviewer: string | null = '张三', confirmer: string | null = '李四') {
  set(sheets.cover, COVER.reviewer, 1, reviewer)
  set(sheets.cover, COVER.confirmer, 1, confirmer)
}

function decide(sheets: EditedReview, row: number, word: string | null, reason: string | null = '入户看过') {
  set(sheets.review, row, REVIEW.decision, word)
  set(sheets.review, row, REVIEW.reason, reason)
}

/** The household of a row with this decision of it in force. */
function decided(at: number, given: Partial<Decision>): RowState {
  const decision: Decision = {
    id: 'r:1' as Decision['id'],
    question: 'suspicion',
    determination: 'wrong_exit',
    reason: '入户看过',
    by: '张三',
    at: '2020-08-01T00:00:00Z',
    confirmedBy: '李四',
    confirmedHow: null,
    confirmedReason: null,
    uncounted: [],
    ...given,
  }
  const id = KEYS[at] ?? ''
  return aRowState(id, {
    determinations: {
      household: id,
      suspicion: { state: decision.confirmedBy === null ? 'unconfirmed' : 'final', decision },
      inclusion: { state: 'none' },
      rebuttals: [],
      history: [decision],
    },
  })
}

function but(at: number, row: RowState): readonly RowState[] {
  return ROWS.map((each, index) => (index === at ? row : each))
}

describe('the decisions of a returned workbook', () => {
  it('are read by label in either language or by code, whatever blanks and capitals', async () => {
    const { decisions, problems, ...rest } = await taken((sheets) => {
      sign(sheets)
      decide(sheets, 0, '错退')
      decide(sheets, 1, 'Exit  confirmed', ' 账目属实 ')
      decide(sheets, 2, 'wrong_exit')
    })
    expect(problems).toEqual([])
    expect(decisions.map(({ record }) => record)).toEqual([
      {
        household: KEYS[0],
        determination: 'wrong_exit',
        reason: '入户看过',
        by: '张三',
        confirmedBy: '李四',
      },
      {
        household: KEYS[1],
        determination: 'exit_confirmed',
        reason: '账目属实',
        by: '张三',
        confirmedBy: '李四',
      },
      {
        household: KEYS[2],
        determination: 'wrong_exit',
        reason: '入户看过',
        by: '张三',
        confirmedBy: '李四',
      },
    ])
    expect(decisions[0]).toMatchObject({ sheet: '复核', cell: 'D2', confirms: null })
    expect(rest).toMatchObject({
      reviewer: '张三',
      confirmer: '李四',
      standing: 0,
      conflicts: [],
      ignored: [],
    })
  })
  it('are nobody’s to confirm where no confirmer is named', async () => {
    const { decisions } = await taken((sheets) => {
      sign(sheets, '张三', null)
      decide(sheets, 0, '错退')
    })
    expect(decisions[0]?.record.confirmedBy).toBeNull()
  })
  it('are the same in whatever order the rows stand', async () => {
    const { decisions, problems, ignored } = await taken((sheets) => {
      sign(sheets)
      decide(sheets, 0, '错退')
      decide(sheets, 4, '退出属实', '账目属实')
      sheets.review.reverse()
      sheets.households.reverse()
    })
    expect([problems, ignored]).toEqual([[], []])
    expect(decisions.map(({ record, cell }) => [record.household, record.determination, cell])).toEqual([
      [KEYS[4], 'exit_confirmed', 'D2'],
      [KEYS[0], 'wrong_exit', 'D6'],
    ])
  })
  it('add nothing where they stand already just so, even by another spelling of the name', async () => {
    const { decisions, standing, conflicts } = await taken(
      (sheets) => {
        sign(sheets)
        decide(sheets, 0, '错退')
      },
      but(0, decided(0, { by: '张 三' })),
    )
    expect({ decisions, standing, conflicts }).toEqual({ decisions: [], standing: 1, conflicts: [] })
  })
  it('confirm the decision that stands already just so and lacks only the confirmer', async () => {
    const { decisions, standing } = await taken(
      (sheets) => {
        sign(sheets)
        decide(sheets, 0, '错退')
      },
      but(0, decided(0, { confirmedBy: null })),
    )
    expect(standing).toBe(0)
    expect(decisions.map(({ confirms }) => confirms)).toEqual(['r:1'])
  })
  it('are in conflict where the household stands otherwise by now, and the others are taken', async () => {
    const other = decided(0, { determination: 'exit_confirmed', by: '王五' })
    const { decisions, conflicts, problems } = await taken(
      (sheets) => {
        sign(sheets)
        decide(sheets, 0, '错退')
        decide(sheets, 1, '错退')
        decide(sheets, 2, '错退')
        decide(sheets, 3, '错退')
      },
      [
        other,
        aRowState(KEYS[1] ?? '', { measured: aMeasured({ conclusion: 'exit_confirmed' }) }),
        aRowState(KEYS[2] ?? '', { household: aHousehold({ id: KEYS[2] ?? '', headName: '别人' }) }),
        ...ROWS.slice(4),
      ],
    )
    expect(problems).toEqual([])
    expect(decisions).toEqual([])
    expect(conflicts.map(({ said, cell, now }) => [said.household, cell, now?.measured.conclusion])).toEqual([
      [KEYS[0], 'D2', 'suspected_wrong_exit'],
      [KEYS[1], 'D3', 'exit_confirmed'],
      [KEYS[2], 'D4', undefined],
      [KEYS[3], 'D5', undefined],
    ])
  })
})

describe('other cells of a returned workbook', () => {
  it('are told with where they are, what was there and what is now', async () => {
    const { ignored, decisions } = await taken((sheets) => {
      sign(sheets)
      decide(sheets, 0, '错退')
      set(sheets.cover, COVER.total, 1, 13_000)
      set(sheets.households, 1, 2, { value: 8, type: 'integer' })
      set(sheets.review, 2, REVIEW.name, '张冠李戴')
      set(sheets.review, 3, REVIEW.reason, '没有认定的理由')
    })
    expect(decisions).toHaveLength(1)
    expect(ignored).toEqual([
      { sheet: '说明', cell: 'B4', was: 12_000, now: 13_000 },
      { sheet: "户'表", cell: 'C3', was: 8, now: 8 },
      { sheet: '复核', cell: 'B4', was: '户主5399000003', now: '张冠李戴' },
      { sheet: '复核', cell: 'E5', was: null, now: '没有认定的理由' },
    ])
  })
  it('are found in sorted rows too', async () => {
    const { ignored } = await taken((sheets) => {
      set(sheets.households, 3, 1, 9)
      sheets.households.reverse()
    })
    expect(ignored).toEqual([{ sheet: "户'表", cell: 'B3', was: 4, now: 9 }])
  })
  it('are told row by row where rows were added or taken out', async () => {
    const { ignored } = await taken((sheets) => {
      sheets.households.shift()
      sheets.cover.push(['另加', 5])
    })
    expect(ignored).toEqual([
      { sheet: '说明', cell: 'A6:B6', was: null, now: '另加 | 5' },
      { sheet: "户'表", cell: 'A2:C2', was: `${KEYS[0]} | 4 | 8`, now: null },
    ])
  })
})

describe('a proposed value', () => {
  it('is a question to the assessor, with the reason and who asks', async () => {
    const { questions, ignored, problems } = await taken((sheets) => {
      sign(sheets, '张三', null)
      set(sheets.questions, 1, QUESTIONS.value, 'seasonal')
      set(sheets.questions, 1, QUESTIONS.reason, '邻居说冬天缺粮')
    })
    expect({ ignored, problems }).toEqual({ ignored: [], problems: [] })
    expect(questions).toEqual([
      {
        household: KEYS[1],
        path: 'food_enough',
        value: 'seasonal',
        reason: '邻居说冬天缺粮',
        by: '张三',
        sheet: '疑问',
        cell: 'C3',
      },
    ])
  })
  it('is refused without a reason', async () => {
    const { problems } = await taken((sheets) => {
      sign(sheets)
      set(sheets.questions, 1, QUESTIONS.value, 'seasonal')
    })
    expect(problems).toMatchObject([
      { code: 'review_question_reason_missing', place: { sheet: '疑问', cell: 'D3' } },
    ])
  })
})

/** What is refused, with the cell that it is told with. */
const REFUSED: readonly (readonly [
  what: string,
  code: ProblemCode,
  cell: string | undefined,
  edit: (sheets: EditedReview) => void,
])[] = [
  ['no reviewer', 'review_reviewer_missing', 'B2', (sheets) => sign(sheets, null)],
  [
    'a reviewer who confirms',
    'review_confirmed_by_reviewer',
    'B3',
    (sheets) => sign(sheets, '张三', ' 张 三'),
  ],
  ['an unknown word', 'review_decision_unknown', 'D3', (sheets) => decide(sheets, 1, '大概错退')],
  ['no reason', 'review_reason_missing', 'E3', (sheets) => decide(sheets, 1, '错退', '  ')],
  [
    'a word for another suspicion',
    'review_decision_not_suspected',
    'D3',
    (sheets) => decide(sheets, 1, '漏评'),
  ],
  [
    'a key retyped as a number',
    'review_key_retyped',
    'A4',
    (sheets) => set(sheets.review, 2, REVIEW.key, { value: 5399000003, type: 'decimal' }),
  ],
  [
    'a key of which a number lost the last digits',
    'review_key_digits_lost',
    'A5',
    (sheets) => set(sheets.review, 3, REVIEW.key, { value: 539900000000000000, type: 'decimal' }),
  ],
  [
    'a key of another household',
    'review_row_damaged',
    'A4',
    (sheets) => set(sheets.review, 2, REVIEW.key, '5399000009'),
  ],
  ['no key', 'review_row_damaged', 'F4', (sheets) => set(sheets.review, 2, REVIEW.key, null)],
  [
    'a damaged fingerprint',
    'review_row_damaged',
    'A4',
    (sheets) => set(sheets.review, 2, REVIEW.fingerprint, 'x'),
  ],
  ['a row twice', 'review_key_twice', 'A7', (sheets) => sheets.review.push([...(sheets.review[2] ?? [])])],
  ['a deleted row', 'review_row_missing', undefined, (sheets) => sheets.review.splice(2, 1)],
  ['lost memory of what was written', 'review_written_lost', undefined, (sheets) => sheets.hidden.splice(1)],
  [
    'properties of another workbook',
    'review_marks_contradict',
    undefined,
    (sheets) => (sheets.properties['YihuState'] = 'other'),
  ],
]

describe('a returned workbook is refused whole', () => {
  it.each(REFUSED)('for %s', async (_, code, cell, edit) => {
    const { problems, decisions, questions } = await taken((sheets) => {
      sign(sheets)
      decide(sheets, 0, '错退')
      edit(sheets)
    })
    expect({ decisions, questions }).toEqual({ decisions: [], questions: [] })
    expect(problems.map((problem) => [problem.code, problem.place.cell])).toContainEqual([code, cell])
    expect(problems[0]?.place.file).toBe('复核.xlsx')
  })
  it('for being of another project, or of a list with other households', async () => {
    const codes = async (rows: readonly RowState[], salt?: string) =>
      (await taken((sheets) => sign(sheets), rows, salt)).problems.map(({ code }) => code)
    expect(await codes(ROWS, 'another salt')).toEqual(['review_of_another_project'])
    const others = KEYS.map((id) => aRowState(id, { household: aHousehold({ id, headName: '别人' }) }))
    expect(await codes(others)).toEqual(['review_of_another_list'])
    expect(await codes([...ROWS.slice(0, 1), ...others.slice(1)])).toEqual([])
  })
  it('for a retyped key with the number that it was', async () => {
    const { problems } = await taken((sheets) =>
      set(sheets.review, 2, REVIEW.key, { value: 5399000003, type: 'decimal' }),
    )
    expect(problems).toMatchObject([{ code: 'review_key_retyped', place: { household: KEYS[2] } }])
  })
})
