import { isRich } from '../tables/TableSpec'
import { percentText } from '../texts/percentText'
import { hasStrokes, type FormContent } from './FormPage'

const YUAN = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const DECIMAL = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/** A cell's content as it is read on paper; the empty text where there is none, or where it is drawn. */
export function contentText(content: FormContent): string {
  if (content === null || hasStrokes(content)) return ''
  if (!isRich(content)) return String(content)
  const { value, type } = content
  if (value === null) return ''
  if (typeof value === 'string') return value
  switch (type) {
    case 'yuan':
      return YUAN.format(value)
    case 'percent':
      return percentText(value)
    case 'decimal':
      return DECIMAL.format(value)
    default:
      return String(value)
  }
}
