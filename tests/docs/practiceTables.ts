import quirks from '../../resources/practice/quirks.json'
import scenarios from '../../resources/practice/scenarios.json'
import { markdownTable, renewWhenAsked, type GeneratedPart } from './generatedPart'

/** What the households of a practice county are, and what is wrong with its list, as `docs/practice.md` has it. */
export const PRACTICE_TABLES: GeneratedPart = {
  document: 'docs/practice.md',
  name: 'shares',
  make: () =>
    [
      '### Households',
      scenarioTable(),
      '### Disorder at a share',
      markdownTable(
        ['Name', 'Share', 'What it is', '中文'],
        quirks.quirks.map(({ name, share, note }) => [`\`${name}\``, percent(share), note.en, note['zh-CN']]),
      ),
      '### Disorder that does not depend on a share',
      markdownTable(
        ['Name', 'What it is', '中文'],
        quirks.once.map(({ name, note }) => [`\`${name}\``, note.en, note['zh-CN']]),
      ),
    ].join('\n\n'),
}

function scenarioTable(): string {
  const sum = scenarios.scenarios.reduce((total, { weight }) => total + weight, 0)
  return markdownTable(
    ['Scenario', 'Register status', 'Conclusion', 'Share', 'What it is', '中文'],
    scenarios.scenarios.map(({ name, status, conclusion, weight, note }) => [
      `\`${name}\``,
      `\`${status}\``,
      `\`${conclusion}\``,
      percent(weight / sum),
      note.en,
      note['zh-CN'],
    ]),
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

renewWhenAsked(import.meta, PRACTICE_TABLES)
