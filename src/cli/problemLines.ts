import { placeText, problemGroups, type ProblemGroup } from '../application/roster/problemGroups'
import type { Texts } from '../application/texts/Texts'
import type { Problem } from '../domain/shared/Problem'

/** So many of one cause are told one by one; more are told together, with their number and the first of their places. */
const FEW = 3
const PLACES_SHOWN = 10

const MORE = {
  'zh-CN': (count: number) => `……另有 ${count} 处`,
  en: (count: number) => `… and ${count} more`,
}

/** Problems for the eye, gravest first: severity, place, what happened, what to do. */
export function problemLines(problems: readonly Problem[], texts: Texts): string {
  return problemGroups(problems)
    .flatMap((group) =>
      group.length > FEW ? [groupLines(group, texts)] : group.map((problem) => problemLine(problem, texts)),
    )
    .join('\n')
}

/** A cause, how many times it is there, and its first places with what stood there. */
export function groupLines(group: ProblemGroup, texts: Texts): string {
  const [first] = group
  const { message, remedy } = texts.problem(first)
  const places = group.slice(0, PLACES_SHOWN).map(placeAndValue)
  const more = group.length > PLACES_SHOWN ? ` ${MORE[texts.language](group.length - PLACES_SHOWN)}` : ''
  const title = `${texts.term('severity', first.severity)} ${first.code} × ${group.length}: ${message}`
  return [title, `  ${places.join(', ')}${more}`, `  ${remedy}`].join('\n')
}

function problemLine(problem: Problem, texts: Texts): string {
  const place = placeText(problem.place)
  const { message, remedy } = texts.problem(problem)
  const severity = texts.term('severity', problem.severity)
  return `${severity}  ${place === '' ? '' : `${place}  `}${message} ${remedy}  [${problem.code}]`
}

function placeAndValue({ place, value }: Problem): string {
  const where = placeText(place)
  if (value === null) return where
  return where === '' ? value : `${where} (${value})`
}
