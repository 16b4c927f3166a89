/** How a delimited file spells a table. */
export interface DelimitedSpelling {
  readonly format: 'delimited'
  separator: ',' | ';' | '\t'
  encoding: 'utf8' | 'gb18030' | 'utf16le' | 'utf16be'
  hasMark: boolean
  lineEnd: '\n' | '\r\n' | '\r'
  quotesAll: boolean
  endsLastLine: boolean
}

/** How the XML of a workbook spells a table: any of these is legal. */
export interface WorkbookSpelling {
  readonly format: 'xlsx'
  strings: 'shared' | 'inline' | 'rich'
  prefix: '' | 'x:'
  references: 'none' | 'hex' | 'decimal'
  hasCellReferences: boolean
  is1904: boolean
  days: 'formatted' | 'long' | 'iso'
  recalculates: boolean
  quote: '"' | "'"
  isStored: boolean
}

export interface OldWorkbookSpelling {
  readonly format: 'xls'
  is1904: boolean
}

/** Binary workbooks, OpenDocument and XML Spreadsheet 2003. */
export interface OtherWorkbookSpelling {
  readonly format: 'xlsb' | 'ods' | 'fods' | 'xml'
  is1904: boolean
  recalculates: boolean
  /** Of .xlsb: texts are shared; cells stand without a column. */
  sharesTexts: boolean
  isShort: boolean
  /** Of OpenDocument: equal neighbours are one element. */
  repeats: boolean
}

export type Writing = DelimitedSpelling | WorkbookSpelling | OldWorkbookSpelling | OtherWorkbookSpelling
