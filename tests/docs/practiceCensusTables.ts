import census from '../../resources/practice/census.json'
import type { CensusMaterial, Draw, Draws } from '../../src/domain/practice/PracticeCensus'
import { markdownTable, renewWhenAsked, type GeneratedPart } from './generatedPart'

const MATERIAL = census as unknown as CensusMaterial

/** How the households of a practice census are made up and what they answer, as `docs/practice.md` has it. */
export const PRACTICE_CENSUS_TABLES: GeneratedPart = {
  document: 'docs/practice.md',
  name: 'census shares',
  make: () => {
    const { outcomes, statuses, families, health, contradictions, household, member, village, county } =
      MATERIAL
    const { every, cases } = contradictions
    const turns = `One enumerated household in ${every} contradicts itself: these checks of the form in turn, each where it fits. Others are raised by answers that are drawn apart.`
    return [
      '### Outcomes, statuses, families and health of a practice census',
      markdownTable(
        ['Outcome of the visit', 'Share'],
        sharesOf(outcomes.map(({ code, weight }) => [code ?? 'not visited yet', weight])),
      ),
      markdownTable(['Register status', 'Share'], sharesOf(Object.entries(statuses))),
      markdownTable(['Family', 'Persons', 'Share', '中文'], familyRows(families)),
      markdownTable(
        ['Health', 'Share'],
        sharesOf(health.map(({ codes, weight }) => [codes.join(', '), weight])),
      ),
      '### Contradictions of a practice census',
      turns,
      cases.map(({ check }) => `\`${check}\``).join(', '),
      '### Answers of a practice census',
      markdownTable(
        ['Form', 'Question', 'Shares'],
        [
          ...drawRows('household', household),
          ...drawRows('member', member),
          ...drawRows('village', village),
          ...drawRows('county', county),
        ],
      ),
    ].join('\n\n')
  },
}

function sharesOf(
  weights: readonly (readonly [name: string, weight: number])[],
): readonly (readonly string[])[] {
  const sum = weights.reduce((total, [, weight]) => total + weight, 0)
  return weights.map(([name, weight]) => [`\`${name}\``, percent(weight / sum)])
}

function familyRows(families: CensusMaterial['families']): readonly (readonly string[])[] {
  const sum = families.reduce((total, { weight }) => total + weight, 0)
  return families.map(({ weight, note, members }) => [
    note.en,
    String(members.length),
    percent(weight / sum),
    note['zh-CN'],
  ])
}

function drawRows(form: string, draws: Draws): readonly (readonly string[])[] {
  return Object.entries(draws).map(([question, draw]) => [form, `\`${question}\``, drawText(draw)])
}

function drawText({ one, several, numbers, nothing, otherwise = 'none' }: Draw): string {
  const weights =
    one === undefined
      ? (numbers ?? []).map(({ value, weight }) => [String(value), weight] as const)
      : Object.entries(one)
  const told =
    several === undefined
      ? sharesOf(weights).map(([name, share]) => `${name} ${share}`)
      : Object.entries(several).map(([name, share]) => `\`${name}\` ${percent(share)}`)
  const first = nothing === undefined ? [] : [`\`${otherwise}\` alone ${percent(nothing)}, else`]
  return [...first, told.join(', ')].join(' ')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

renewWhenAsked(import.meta, PRACTICE_CENSUS_TABLES)
