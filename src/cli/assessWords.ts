import type { ProjectSettings } from '../application/project/ProjectSettings'
import type { CountyFacts } from '../application/measures/reportCounty'

/** The words of `yihu assess` that judge and measure as this project does, besides its files. */
export function assessWords(
  { asOf, region, incomeWindow, salt, chosen = {} }: ProjectSettings,
  { reading }: Pick<CountyFacts, 'reading'>,
): readonly string[] {
  return [
    ...['--as-of', asOf, '--region', region, '--salt', salt],
    ...(incomeWindow === undefined ? [] : ['--income-window', `${incomeWindow.from}:${incomeWindow.to}`]),
    ...Object.entries(chosen).flatMap(([name, value]) => ['--chosen', `${name}=${value}`]),
    ...(reading === null ? [] : ['--omission-reading', reading]),
  ]
}
