import { describe, expect, it } from 'vitest'
import { followRows, shiftFormula, type RowChange } from './moveReferences'

const DELETED: RowChange = { sheet: '户', row: 5, kind: 'deleted' }
const ADDED: RowChange = { sheet: '户', row: 5, kind: 'row added below' }

describe('a formula after a row was deleted or added', () => {
  it.each([
    // formula, with row 5 deleted, with a row added below row 5
    ['A4+A5+A6', 'A4+#REF!+A5', 'A4+A5+A7'],
    ['SUM(B2:B5)', 'SUM(B2:B4)', 'SUM(B2:B5)'],
    ['SUM(B5:B9)', 'SUM(B5:B8)', 'SUM(B5:B10)'],
    ['SUM($B$2:$B$9)', 'SUM($B$2:$B$8)', 'SUM($B$2:$B$10)'],
    ['SUM(B5:B5)', 'SUM(#REF!)', 'SUM(B5:B5)'],
    ['户!A6&别!A6', '户!A5&别!A6', '户!A7&别!A6'],
    ["'户'!A6", "'户'!A5", "'户'!A7"],
    ['IF(A6="A6","a""A6",LOG10(A6))', 'IF(A5="A6","a""A6",LOG10(A5))', 'IF(A7="A6","a""A6",LOG10(A7))'],
    ['M_A6+A6_x+_xlfn.T6(B:B)', 'M_A6+A6_x+_xlfn.T6(B:B)', 'M_A6+A6_x+_xlfn.T6(B:B)'],
  ])('%s is %s or %s', (formula, deleted, added) => {
    expect(followRows(formula, '户', DELETED)).toBe(deleted)
    expect(followRows(formula, '户', ADDED)).toBe(added)
  })

  it('stays as it is on another sheet, unless it names the sheet', () => {
    expect(followRows("A6+'户'!A6", '别', DELETED)).toBe("A6+'户'!A5")
  })
})

describe('a formula that was moved by itself', () => {
  it('takes along what is not fixed', () => {
    expect(shiftFormula('A5*B$5+SUM($C5:$C$9)+户!D5', 3)).toBe('A8*B$5+SUM($C8:$C$9)+户!D8')
    expect(shiftFormula('A5+A2', -3)).toBe('A2+#REF!')
  })
})
