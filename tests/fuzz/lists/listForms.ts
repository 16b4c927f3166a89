import { HEADERS } from '../../fixtures/roster/headerLists'
import type { ColumnKey } from './HonestList'

/** Header lists to lay a list out with: those of counties, and two without ID numbers, where dates and ages count. */
export const LIST_FORMS = {
  H1: HEADERS.H1,
  H2: HEADERS.H2,
  H3: HEADERS.H3,
  H4: HEADERS.H4,
  H7: HEADERS.H7,
  births: [
    '序号', '行政村', '户编号', '人编号', '姓名', '性别', '出生日期', '与户主关系', '家庭人口数', '脱贫属性', '脱贫年度',
    '人均纯收入', '联系电话', '备注',
  ],
  ages: ['序号', '行政村', '户编号', '姓名', '年龄', '与户主关系', '家庭人口数', '脱贫属性', '脱贫年度', '人均纯收入', '备注'],
} as const satisfies Record<string, readonly string[]> // prettier-ignore

export type ListForm = keyof typeof LIST_FORMS

/** What the columns say; the others stay blank. */
const KEYS: Readonly<Record<string, ColumnKey>> = {
  序号: 'ordinal',
  数据日期: 'dataDate',
  '县(市、区、旗)': 'county',
  县: 'county',
  '乡(镇)': 'township',
  乡: 'township',
  镇: 'township',
  行政村: 'village',
  村: 'village',
  户编号: 'householdNumber',
  人编号: 'memberNumber',
  人口编号: 'memberNumber',
  姓名: 'name',
  证件号码: 'idNumber',
  身份证号码: 'idNumber',
  人数: 'size',
  家庭人口数: 'size',
  与户主关系: 'relation',
  脱贫属性: 'status',
  脱贫状态: 'status',
  户类型: 'status',
  脱贫年度: 'exitYear',
  人均纯收入: 'income',
  联系电话: 'phone',
  户联系电话: 'phone',
  人联系电话: 'memberPhone',
  成员联系电话: 'memberPhone',
  户主姓名: 'headName',
  户主证件号码: 'headIdNumber',
  户主个人编号: 'headNumber',
  性别: 'sex',
  出生日期: 'birthDate',
  年龄: 'age',
  民族: 'ethnicity',
}

export function keyOf(label: string): ColumnKey {
  return KEYS[label] ?? 'other'
}
