/** The encodings of the code pages that an .xls may name ([MS-XLS] 2.4.52), as `TextDecoder` calls them. */
export const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1250, 'windows-1250'],
  [1251, 'windows-1251'],
  [1252, 'windows-1252'],
  [10000, 'macintosh'],
  [10001, 'shift_jis'],
  [10002, 'big5'],
  [10008, 'gb18030'],
  [32769, 'windows-1252'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
])
