import { CHECK_TIERS, type CheckLevel, type CheckLine } from '../application/census/checks/checkLines'
import type { Language, Texts } from '../application/texts/Texts'
import type { CheckTier } from '../domain/instrument/Instrument'
import { areaName, COUNTY_AREA } from '../domain/programmes/census/areaNames'
import { groupBy } from '../domain/shared/groupBy'

const WORDS: Readonly<
  Record<
    Language,
    Readonly<Record<'heading' | 'none' | 'county' | 'overridden' | 'households' | CheckTier, string>>
  >
> = {
  'zh-CN': {
    heading: '核对',
    none: '没有发现。',
    county: '全县',
    overridden: '已写明原因',
    households: '户',
    error: '错误',
    warning: '警告',
    note: '提示',
  },
  en: {
    heading: 'Checks',
    none: 'nothing found.',
    county: 'the county',
    overridden: 'with a reason',
    households: 'households',
    error: 'error',
    warning: 'warning',
    note: 'note',
  },
}

/** What the checks found, for the eye: each finding about an area, and how often each check of households holds. */
export function censusChecksReport(lines: readonly CheckLine[], { language }: Texts): string {
  const words = WORDS[language]
  if (lines.length === 0) return `\n${words.heading}  ${words.none}`
  const isOf = (level: CheckLevel) => (line: CheckLine) => line.level === level
  const areas = [...lines.filter(isOf('county')), ...lines.filter(isOf('village'))].map((line) => {
    const area = line.area === COUNTY_AREA ? words.county : areaName(line.area)
    return { tier: line.tier, text: `${area}  ${wordsOf(line, language)}` }
  })
  const byCheck = [...groupBy(lines.filter(isOf('household')), ({ check }) => check).values()]
  const households = byCheck.map((own) => {
    const [first] = own as [CheckLine, ...CheckLine[]]
    const passed = own.filter(({ reason }) => reason !== null).length
    const beside = passed === 0 ? '' : `  (${words.overridden} ${passed})`
    const count = new Set(own.map(({ household }) => household)).size
    return { tier: first.tier, text: `${wordsOf(first, language)}  ${count} ${words.households}${beside}` }
  })
  const told = CHECK_TIERS.flatMap((tier) =>
    [...areas, ...households]
      .filter((each) => each.tier === tier)
      .map(({ text }) => `  ${words[tier]}  ${text}`),
  )
  return ['', words.heading, ...told].join('\n')
}

/** A finding as `yihu census --json` tells it. */
export function checkJson(line: CheckLine, { language }: Texts): object {
  const { check, tier, level, area, household, member, questions, reason } = line
  return {
    check,
    tier,
    level,
    area,
    ...(household !== null && { household }),
    ...(member !== null && { member }),
    questions,
    text: wordsOf(line, language),
    ...(reason !== null && { reason }),
  }
}

function wordsOf({ message, check }: CheckLine, language: Language): string {
  return message?.[language] ?? check
}
