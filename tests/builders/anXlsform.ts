import { utils, write } from 'xlsx'

type Cells = readonly (string | number | null)[]

export const SURVEY_HEADER = [
  'type',
  'name',
  'label::中文 (zh)',
  'label::English (en)',
  'hint::中文 (zh)',
  'relevant',
  'required',
  'constraint',
  'constraint_message::中文 (zh)',
  'constraint_message::English (en)',
  'calculation',
  'default',
  'choice_filter',
] as const

/** Row 2 on of the survey: a group of the household with a note, a repeat over the members, a question beside any group. */
export const SURVEY_ROWS: readonly Cells[] = [
  ['begin_group', 'care', '养老服务', 'Care of the old'],
  ['note', 'care_note', '下面问村里的养老服务。', 'Now about care in the village.'],
  ['select_one yes_no', 'Care_Used', '用过吗？', 'Was it used?', '指今年', null, 'yes'],
  ['integer', 'care_days', '用了几天？', 'How many days?', null, "${Care_Used} = 'yes'", null, '. >= 0 and . <= 366', '一年最多 366 天', 'A year has 366 days at most'], // prettier-ignore
  ['end_group'],
  ['begin_repeat', 'member', '每个老人', 'Every old person', null, '${age} >= 60'],
  ['select_multiple needs', 'needs', '需要什么？', 'What is needed?'],
  ['text', 'needs_other', '还需要什么？', 'What else?', null, "selected(${needs}, 'other')"],
  ['end_repeat'],
  ['date', 'last_visit', '上次有人来是哪天？', 'When did somebody come last?'],
]

export const CHOICE_ROWS: readonly Cells[] = [
  ['yes_no', 'yes', '是', 'Yes'],
  ['yes_no', 'no', '否', 'No'],
  ['needs', 'meals', '送餐', 'Meals'],
  ['needs', 'nursing', '护理', 'Nursing'],
  ['needs', 'other', '其他', 'Other'],
]

export const CHOICE_HEADER = ['list_name', 'name', 'label::中文 (zh)', 'label::English (en)'] as const

/** An XLSForm as a province may send it; what is given takes the place of its rows. */
export function anXlsform(
  given: {
    readonly survey?: readonly Cells[]
    readonly choices?: readonly Cells[]
    readonly header?: Cells
    readonly sheet?: string
  } = {},
): { readonly name: string; readonly bytes: Uint8Array } {
  const { survey = SURVEY_ROWS, choices = CHOICE_ROWS, header = SURVEY_HEADER, sheet = 'survey' } = given
  const book = utils.book_new()
  const append = (rows: readonly Cells[], name: string) => {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name)
  }
  append([header, ...survey], sheet)
  append([CHOICE_HEADER, ...choices], 'choices')
  append([['form_title'], ['某省附加题']], 'settings')
  return { name: '附加题.xlsx', bytes: new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })) }
}
