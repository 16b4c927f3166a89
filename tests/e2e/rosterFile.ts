import { utils, write } from 'xlsx'
import { idNumberFor } from '../../src/domain/roster/values/idNumber'

/** A small list of invented people: a title, a header, a stray member (rejected), two households, a total. */
export function rosterFile(): Uint8Array {
  const id = (birth: string, order: string): string => idNumberFor(`539901${birth}${order}`)
  const rows = [
    ['云岭县（练习）名单'],
    ['行政村', '户编号', '人编号', '姓名', '证件号码', '与户主关系', '脱贫属性', '脱贫年度', '人均纯收入'],
    ['石门村', '', '', '游离人', '', '之子', '', '', ''],
    [
      '石门村',
      '5399900001',
      '539990000101',
      '李安',
      id('19750101', '011'),
      '户主',
      '已脱贫(享受政策)',
      2018,
      5200,
    ],
    [
      '石门村',
      '5399900001',
      '539990000102',
      '李小',
      id('20110301', '022'),
      '之女',
      '已脱贫(享受政策)',
      2018,
      5200,
    ],
    ['坪子村', '5399900002', '539990000201', '王宁', id('19600505', '033'), '户主', '未脱贫', '', 2800],
    ['合计', '', '', 3, '', '', '', '', ''],
  ]
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '名单')
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}
