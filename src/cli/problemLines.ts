import { placeText, problemGroups, type ProblemGroup } from '../application/roster/problemGroups'
import type { Language, Texts } from '../application/texts/Texts'
import type { Problem } from '../domain/shared/Problem'

/** So many of one kind are told one by one; more are told together, with their number and the first of their places. */
const FEW = 3
const PLACES_SHOWN = 5

const WORDS: Readonly<
  Record<
    Language,
    { readonly title: (count: number, message: string) => string; readonly more: (count: number) => string }
  >
> = {
  'zh-CN': {
    title: (count, message) => `${count} 处，如：${message}`,
    more: (count) => `……另有 ${count} 处`,
  },
  en: {
    title: (count, message) => `${count} times, as: ${message}`,
    more: (count) => `… and ${count} more`,
  },
}

/** Problems for the eye, gravest first: severity, place, what happened, what to do. `isVerbose`: each by itself. */
export function problemLines(problems: readonly Problem[], texts: Texts, isVerbose = false): string {
  return problemGroups(problems)
    .flatMap((group) =>
      group.length > FEW && !isVerbose
        ? [groupLines(group, texts)]
        : group.map((problem) => problemLine(problem, texts)),
    )
    .join('\n')
}

/** A kind of problem, how many times it is there, and its first places with what stood there. */
function groupLines(group: ProblemGroup, texts: Texts): string {
  const [first] = group
  const words = WORDS[texts.language]
  const { message, remedy } = texts.problem(first)
  const places = group.slice(0, PLACES_SHOWN).map(placeAndValue)
  const more = group.length > PLACES_SHOWN ? ` ${words.more(group.length - PLACES_SHOWN)}` : ''
  const title = `${texts.term('severity', first.severity)}  ${words.title(group.length, message)}`
  return [title, `  ${places.join(', ')}${more}`, `  ${remedy}`].join('\n')
}

function problemLine(problem: Problem, texts: Texts): string {
  const place = placeText(problem.place)
  const { message, remedy } = texts.problem(problem)
  const severity = texts.term('severity', problem.severity)
  return `${severity}  ${place === '' ? '' : `${place}  `}${message} ${remedy}`
}

function placeAndValue({ place, value }: Problem): string {
  const where = placeText(place)
  if (value === null) return where === '' ? (place.household ?? '') : where
  return where === '' ? value : `${where} (${value})`
}
