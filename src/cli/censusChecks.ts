import { CHECK_TIERS, type CheckLevel, type CheckLine } from '../application/census/checks/checkLines'
import { areaWords } from '../application/census/areaWords'
import { checkText } from '../application/texts/checkText'
import type { Language, Texts } from '../application/texts/Texts'
import type { CheckTier } from '../domain/instrument/Instrument'
import type { Instrument } from '../domain/instrument/loadInstrument'
import { groupBy } from '../domain/shared/groupBy'

const WORDS: Readonly<
  Record<Language, Readonly<Record<'heading' | 'none' | 'overridden' | 'households' | CheckTier, string>>>
> = {
  'zh-CN': {
    heading: '核对',
    none: '没有发现。',
    overridden: '已写明原因',
    households: '户',
    error: '错误',
    warning: '警告',
    note: '提示',
  },
  en: {
    heading: 'Checks',
    none: 'nothing found.',
    overridden: 'with a reason',
    households: 'households',
    error: 'error',
    warning: 'warning',
    note: 'note',
  },
}

/** What the checks found, for the eye: each finding about an area, and how often each check of households holds. */
export function censusChecksReport(
  lines: readonly CheckLine[],
  { questions }: Pick<Instrument, 'questions'>,
  texts: Texts,
): string {
  const words = WORDS[texts.language]
  if (lines.length === 0) return `\n${words.heading}  ${words.none}`
  const isOf = (level: CheckLevel) => (line: CheckLine) => line.level === level
  const areas = [...lines.filter(isOf('county')), ...lines.filter(isOf('village'))].map((line) => ({
    tier: line.tier,
    text: `${areaWords(line.area, texts)}  ${checkText(line, texts)}`,
  }))
  const labelOf = (name: string): string => questions.get(name)?.data.label[texts.language] ?? name
  const households = householdChecks(lines.filter(isOf('household')), labelOf, texts)
  const told = CHECK_TIERS.flatMap((tier) =>
    [...areas, ...households]
      .filter((each) => each.tier === tier)
      .map(({ text }) => `  ${words[tier]}  ${text}`),
  )
  return ['', words.heading, ...told].join('\n')
}

/** A line for each check of a question: with the question's label where others say the same. */
function householdChecks(
  lines: readonly CheckLine[],
  labelOf: (question: string) => string,
  texts: Texts,
): readonly { readonly tier: CheckTier; readonly text: string }[] {
  const words = WORDS[texts.language]
  const byCheck = [...groupBy(lines, ({ check, questions }) => [check, ...questions].join(' ')).values()]
  const told = byCheck.map((own) => {
    const [first] = own as [CheckLine, ...CheckLine[]]
    return { first, own, said: checkText(first, texts) }
  })
  const alike = groupBy(told, ({ said }) => said)
  return told.map(({ first, own, said }) => {
    const [question = ''] = first.questions
    const isShared = first.message === null || (alike.get(said)?.length ?? 0) > 1
    const passed = own.filter(({ reason }) => reason !== null).length
    const beside = passed === 0 ? '' : `  (${words.overridden} ${passed})`
    const count = new Set(own.map(({ household }) => household)).size
    const about = isShared ? ` (${labelOf(question)})` : ''
    return { tier: first.tier, text: `${said}${about}  ${count} ${words.households}${beside}` }
  })
}

/** A finding as `yihu census --json` tells it. */
export function checkJson(line: CheckLine, texts: Texts): object {
  const { check, tier, level, area, household, member, questions, reason } = line
  return {
    check,
    tier,
    level,
    area,
    ...(household !== null && { household }),
    ...(member !== null && { member }),
    questions,
    text: checkText(line, texts),
    ...(reason !== null && { reason }),
  }
}
