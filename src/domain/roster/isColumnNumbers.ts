/** Whether a row only numbers its columns, as statistical tables do below the header: `甲 乙 丙 1 2 3`, `(1) (2) (3)=(1)+(2)`. */
export function isColumnNumbers(texts: readonly string[]): boolean {
  const [first = '', ...others] = texts
  const tokens = (CAPTIONS.has(first.replace(/\s/g, '')) ? others : texts).map(tokenOf)
  if (tokens.length < FEWEST) return false
  const known = tokens.filter((token) => token !== null)
  if (known.length < tokens.length) return false
  // Each series without a gap, in whatever order the columns were put since.
  return SERIES.every((series) => {
    const places = known
      .flatMap((token) => (token.series === series ? [token.at] : []))
      .sort((left, right) => left - right)
    return places.every((at, index) => at === (places[0] ?? 0) + index)
  })
}

interface Token {
  readonly series: string
  readonly at: number
}

/** A formula of columns counts by the column that it is for. */
function tokenOf(text: string): Token | null {
  const bare = text.normalize('NFKC').replace(/[\s()[\]【】（）.、]/g, '')
  const number = /^(\d{1,3})([=＝][\d+\-×*/÷%=]+)?$/.exec(bare)
  if (number !== null) return { series: DIGITS, at: Number(number[1]) }
  const series = LETTERS.find((letters) => bare !== '' && bare.length === 1 && letters.includes(bare))
  return series === undefined ? null : { series, at: series.indexOf(bare) }
}

const DIGITS = 'digits'
const LETTERS = ['甲乙丙丁戊己庚辛壬癸', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz']
const SERIES = [DIGITS, ...LETTERS]
const CAPTIONS: ReadonlySet<string> = new Set(['栏次', '栏号', '栏目', '列次', '列号', '行次', '序号'])
const FEWEST = 3
