import type { Instance, Interview } from '../../../interview/Interview'
import type { Fact, Findings, Missing, Reading } from './Fact'
import { readChoice } from './Fact'

/** How one question of the household is read for a criterion. */
export interface QuestionReading extends Reading {
  readonly question: string
  readonly needed: boolean
}

/** Two answers that cannot both be true. */
export interface Contradiction {
  readonly first: { readonly question: string; readonly values: readonly string[] }
  readonly second: { readonly question: string; readonly values: readonly string[] }
}

/** Facts, gaps and contradictions of a criterion that rests on choices about the household. */
export function gatherFindings(
  interview: Interview,
  instance: Instance,
  readings: readonly QuestionReading[],
  contradictions: readonly Contradiction[],
): Findings {
  const facts: Fact[] = []
  const missing: Missing[] = []
  for (const reading of readings) {
    const found = readChoice(interview, instance, reading.question, reading, reading.needed)
    if (found.fact !== null) facts.push(found.fact)
    missing.push(...found.missing)
  }
  const holds = ({ question, values }: Contradiction['first']): Fact | undefined =>
    facts.find((fact) => fact.ref.question === question && values.includes(String(fact.value)))
  const pairs = contradictions.flatMap(({ first, second }) => {
    const [one, other] = [holds(first), holds(second)]
    return one !== undefined && other !== undefined ? [[one, other] as const] : []
  })
  return { facts, missing, contradictions: pairs }
}
