import * as v from 'valibot'
import type { StandardsChoice } from '../../domain/standards/resolveStandards'

const VERSION = v.tuple([
  v.string(),
  v.string(),
  v.string(),
  v.object({ from: v.string(), to: v.string() }),
  v.array(v.tuple([v.string(), v.union([v.number(), v.string()])])),
])

/** The choices that a text of `standardsVersion` is of, with the edition; null where it is no such text. */
export function parseStandardsVersion(
  text: string,
): { readonly edition: string; readonly choice: StandardsChoice } | null {
  const parsed = v.safeParse(VERSION, jsonIn(text))
  if (!parsed.success) return null
  const [edition, asOf, region, incomeWindow, chosen] = parsed.output
  return { edition, choice: { asOf, region, incomeWindow, chosen: Object.fromEntries(chosen) } }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
