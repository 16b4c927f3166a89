import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import { writeXlsx } from 'hucre/xlsx'

/**
 * Three households and what is computed of them, with every cached result there is: a name for a cell and for columns, a formula
 * over a name, a function that needs its prefix, a list to choose from, protection with unlocked cells, a property of its own.
 */
export async function smallWorkbook(): Promise<Uint8Array> {
  const unlocked = { protection: { locked: false } }
  const rows = [
    ['户号', '人口', '认定'],
    ['H1', 4, null],
    ['H2', 2, '是'],
    ['H3', 3, null],
  ]
  return writeXlsx({
    sheets: [
      {
        name: "户's",
        rows,
        cells: new Map(
          [1, 2, 3].map((row) => [`${row},2`, { value: rows[row]?.[2] ?? null, style: unlocked }]),
        ),
        columns: [{ width: 12 }, { width: 8 }, { width: 8, style: unlocked }],
        dataValidations: [{ type: 'list', formula1: 'Codes', range: 'C2:C4', showErrorMessage: true }],
        protection: { sheet: true, sort: true, autoFilter: true },
      },
      {
        name: '指标',
        rows: [['是'], ['否']],
        cells: new Map([
          ['0,1', computed('SUM(H_persons)', 9)],
          ['1,1', computed(`SUMIFS('户''s'!$B$2:$B$4,'户''s'!$C$2:$C$4,"是")`, 2)],
          ['2,1', computed('_xlfn.BETA.INV(0.975,1+B2,100-B2)', betaQuantile(0.975, 3, 98))],
        ]),
      },
    ],
    namedRanges: [
      { name: 'Codes', range: "'指标'!$A$1:$A$2" },
      { name: 'H_key', range: "'户''s'!$A$2:$A$4" },
      { name: 'H_persons', range: "'户''s'!$B$2:$B$4" },
      { name: 'H_decision', range: "'户''s'!$C:$C" },
      { name: 'M_persons', range: "'指标'!$B$1" },
      { name: 'M_decided', range: "'指标'!$B$2" },
      { name: 'M_high', range: "'指标'!$B$3" },
    ],
    properties: { custom: { YihuProject: 'p 1' } },
  })
}

function computed(formula: string, formulaResult: number) {
  return { formula, formulaResult, value: formulaResult, type: 'formula' as const }
}
