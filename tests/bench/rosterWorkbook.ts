import { utils, write } from 'xlsx'
import { inventedId, inventedName } from '../fixtures/roster/inventedPeople'

const HEADER =
  '序号,县(市、区、旗),乡(镇),行政村,自然村,户编号,人编号,姓名,证件号码,人数,与户主关系,民族,文化程度,在校生状况,健康状况,劳动技能,务工状况,务工时间（月）,参加大病医疗,脱贫属性,脱贫年度,贫困户属性,首次识别时间,主要致贫原因,危房户,饮水安全,饮水困难,人均纯收入,联系电话,备注'.split(
    ',',
  )

/**
 * An .xlsx like a county's: three title rows, 30 columns, four members a household, household columns on every row; behind
 * `before` rows that stand in other files.
 */
export function rosterWorkbook(memberRows: number, before = 0): Uint8Array {
  const rows: (string | number)[][] = [['某县建档立卡人口信息表'], ['数据截至2019年12月31日'], HEADER]
  for (let index = 0; index < memberRows; index++) rows.push(memberRow(before + index))
  const sheet = utils.aoa_to_sheet(rows, { dense: true })
  const workbook = utils.book_new(sheet, '名单')
  return new Uint8Array(
    write(workbook, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer,
  )
}

function memberRow(index: number): (string | number)[] {
  const household = Math.floor(index / 4)
  const place = index % 4
  const village = Math.floor(household / 120)
  // No two persons share a number: 499 orders a day, then the next day.
  const day = Math.floor(household / 499)
  const month = String(1 + Math.floor(day / 18)).padStart(2, '0')
  const born = `${[1968, 1970, 1995, 2010][place]}-${month}-${10 + (day % 18)}`
  const number = `9901${String(household).padStart(8, '0')}`
  return [
    index + 1,
    '甲县',
    `第${Math.floor(village / 12) + 1}乡`,
    `第${village + 1}村`,
    `${(household % 9) + 1}组`,
    number,
    `${number}0${place}`,
    inventedName(index),
    inventedId(born, (household % 499) * 2 + (place % 2 === 0 ? 1 : 0)),
    4,
    ['户主', '配偶', '之子', '之女'][place] ?? '其他',
    household % 3 === 0 ? '彝族' : '汉族',
    ['小学', '初中', '高中', '小学'][place] ?? '小学',
    place === 3 ? '小学' : '非在校生',
    place === 1 ? '长期慢性病' : '健康',
    place === 3 ? '无劳动力' : '普通劳动力',
    place === 2 ? '省外务工' : '',
    place === 2 ? 10 : 0,
    '是',
    household % 10 === 0 ? '未脱贫' : '已脱贫（享受政策）',
    household % 10 === 0 ? '' : 2016 + (household % 4),
    household % 10 === 0 ? '一般贫困户' : '一般脱贫户',
    2014,
    '缺技术',
    '否',
    '是',
    '否',
    3800 + (household % 5000) + 0.5,
    '13000000000',
    place === 0 ? `备注${household}` : '',
  ]
}
