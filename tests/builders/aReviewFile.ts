import { packSnapshot } from '../../src/adapters/excel/packSnapshot'
import { writeWorkbook } from '../../src/adapters/excel/writeWorkbook'
import {
  fingerprintOf,
  projectMark,
  REVIEW_FORMAT,
  REVIEW_NAMES,
  REVIEW_PROPERTIES,
  type RowState,
} from '../../src/application/workbook/review/reviewFormat'
import type { SheetSnapshot } from '../../src/application/workbook/review/Snapshot'
import type { SheetName, WorkbookSheet } from '../../src/application/workbook/WorkbookSheet'
import { isRich, type Cell, type CellType } from '../../src/application/tables/TableSpec'
import { aHousehold } from './aHousehold'
import { aMeasured } from './aMeasured'

export const SALT = 'salt of the project'

/** A household suspected of a wrong exit, that nobody decided. */
export function aRowState(id: string, given: Partial<RowState> = {}): RowState {
  return {
    household: aHousehold({ id, headName: `户主${id}` }),
    measured: aMeasured({ id, conclusion: 'suspected_wrong_exit' }),
    determinations: undefined,
    ...given,
  }
}

/** What people did to the workbook before it came back: sheets by what they are for, their rows without headers. */
export interface EditedReview {
  cover: Cell[][]
  households: Cell[][]
  review: Cell[][]
  questions: Cell[][]
  hidden: Cell[][]
  properties: Record<string, string>
  /** Names that are left out. */
  lost: string[]
}

/** Rows of the cover and columns of the review sheet. */
export const COVER = { reviewer: 0, confirmer: 1, total: 2 } as const
export const REVIEW = { key: 0, name: 1, conclusion: 2, decision: 3, reason: 4, fingerprint: 5 } as const
export const QUESTIONS = { key: 0, path: 1, value: 2, reason: 3, fingerprint: 4 } as const

/** A review workbook of these households with a sheet of each kind, as `edit` leaves it. */
export async function aReviewFile(
  rows: readonly RowState[],
  edit: (sheets: EditedReview) => void = () => undefined,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const sheets: EditedReview = {
    cover: [
      ['复核人', null],
      ['确认人', null],
      ['农村户籍人口', 12_000],
      ['错退率', { value: 0.25, formula: '1/4' }],
    ],
    households: rows.map(({ household, measured }) => [
      household.id,
      measured.persons,
      { value: measured.persons * 2, formula: '[persons]*2' },
    ]),
    review: rows.map((row) => [
      row.household.id,
      row.household.headName,
      row.measured.conclusion,
      null,
      null,
      fingerprintOf(row),
    ]),
    questions: rows.map((row) => [row.household.id, 'food_enough', null, null, fingerprintOf(row)]),
    hidden: [],
    properties: {
      [REVIEW_PROPERTIES.format]: REVIEW_FORMAT,
      [REVIEW_PROPERTIES.project]: projectMark(SALT),
      [REVIEW_PROPERTIES.state]: 'state',
    },
    lost: [],
  }
  const written = await packSnapshot(snapshotOf(sheets))
  sheets.hidden = [
    [REVIEW_FORMAT, projectMark(SALT), 'state', written[0] ?? null],
    ...written.slice(1).map((piece) => [null, null, null, piece]),
  ]
  edit(sheets)
  const names = (all: readonly SheetName[]) => all.filter(({ name }) => !sheets.lost.includes(name))
  const bytes = await writeWorkbook(
    workbookOf(sheets).map((sheet) => ({ ...sheet, names: names(sheet.names ?? []) })),
    sheets.properties,
  )
  return { name: '复核.xlsx', bytes }
}

function snapshotOf(sheets: EditedReview): readonly SheetSnapshot[] {
  return workbookOf(sheets)
    .filter(({ isHidden }) => isHidden !== true)
    .map(({ name, columns, rows }) => ({
      name,
      rows: [
        columns.map(({ label }) => label),
        ...Array.from(rows, (row) =>
          row.map((cell) =>
            isRich(cell) ? (cell.formula === undefined ? cell.value : { f: cell.value }) : cell,
          ),
        ),
      ],
    }))
}

function workbookOf(sheets: EditedReview): readonly WorkbookSheet[] {
  return [
    sheet(
      '说明',
      sheets.cover,
      ['name', 'text', '项目', 'value', 'decimal', '内容'],
      [
        { name: REVIEW_NAMES.reviewer, column: 'value', row: COVER.reviewer },
        { name: REVIEW_NAMES.confirmer, column: 'value', row: COVER.confirmer },
        { name: 'T_ruralRegistered', column: 'value', row: COVER.total },
      ],
    ),
    sheet(
      "户'表",
      sheets.households,
      ['key', 'text', '户编号', 'persons', 'integer', '人数', 'double', 'integer', '两倍'],
      [],
    ),
    sheet(
      '复核',
      sheets.review,
      [
        ...['key', 'text', '户编号', 'name', 'text', '户主', 'conclusion', 'text', '结论'],
        ...['decision', 'text', '认定', 'reason', 'text', '理由', 'fingerprint', 'text', '核对码'],
      ],
      [
        { name: REVIEW_NAMES.key, column: 'key' },
        { name: REVIEW_NAMES.fingerprint, column: 'fingerprint' },
        { name: REVIEW_NAMES.decision, column: 'decision' },
        { name: REVIEW_NAMES.reason, column: 'reason' },
      ],
    ),
    sheet(
      '疑问',
      sheets.questions,
      [
        ...['key', 'text', '户编号', 'path', 'text', '问题', 'value', 'text', '建议的值'],
        ...['reason', 'text', '理由', 'fingerprint', 'text', '核对码'],
      ],
      [
        { name: REVIEW_NAMES.questionKey, column: 'key' },
        { name: REVIEW_NAMES.questionPath, column: 'path' },
        { name: REVIEW_NAMES.questionValue, column: 'value' },
        { name: REVIEW_NAMES.questionReason, column: 'reason' },
        { name: REVIEW_NAMES.questionFingerprint, column: 'fingerprint' },
      ],
    ),
    {
      ...sheet(
        '_yihu',
        sheets.hidden,
        [
          ...['format', 'text', 'format', 'project', 'text', 'project'],
          ...['state', 'text', 'state', 'written', 'text', 'written'],
        ],
        [
          { name: REVIEW_NAMES.format, column: 'format', row: 0 },
          { name: REVIEW_NAMES.project, column: 'project', row: 0 },
          { name: REVIEW_NAMES.state, column: 'state', row: 0 },
          { name: REVIEW_NAMES.written, column: 'written' },
        ],
      ),
      isHidden: true,
    },
  ]
}

/** `columns`: key, type and label of each in turn. */
function sheet(
  name: string,
  rows: readonly (readonly Cell[])[],
  columns: readonly string[],
  names: readonly SheetName[],
): WorkbookSheet {
  const heads = Array.from({ length: columns.length / 3 }, (_, at) => {
    const [key = '', type = '', label = ''] = columns.slice(at * 3)
    return { key, label, width: 10, type: type as CellType }
  })
  return { name, isList: true, columns: heads, rows, names }
}
