import type { WorkbookSheet } from '../../src/application/workbook/WorkbookSheet'

/** Texts that a spreadsheet could take for something else. */
const TEXTS = ['=1+1', '-3', '@x', ' 前后有空格 ', '<b>&"\'</b>', '两行\n文字', '_x0041_', '0012', '😀']

/** A list of so many rows: a text, a whole number or words in its place, a day, and nothing. */
export function aLongSheet(count: number): WorkbookSheet {
  return {
    name: '清单',
    isList: true,
    columns: [
      { key: 'text', label: '文字', width: 10, type: 'text' },
      { key: 'number', label: '数', width: 10, type: 'integer' },
      { key: 'date', label: '日期', width: 12, type: 'date' },
      { key: 'nothing', label: '空', width: 10, type: 'text' },
    ],
    rows: Array.from({ length: count }, (_, index) => [
      TEXTS[index % TEXTS.length] ?? null,
      index % 5 === 3 ? { value: '不适用', type: 'text' } : index,
      `2020-${String((index % 12) + 1).padStart(2, '0')}-07`,
      null,
    ]),
  }
}
