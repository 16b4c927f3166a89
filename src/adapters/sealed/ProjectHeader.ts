import * as v from 'valibot'
import type { ListedProject } from '../../application/store/ProjectShelf'

const hex = v.pipe(v.string(), v.regex(/^([0-9a-f]{2})+$/))
const cost = v.object({ N: v.number(), r: v.number(), p: v.number() })

const HEADER = v.object({
  format: v.literal(1),
  projectId: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  title: v.string(),
  isPractice: v.boolean(),
  wraps: v.array(
    v.variant('by', [
      v.object({ by: v.literal('passcode'), salt: hex, cost, sealedKey: hex }),
      v.object({ by: v.literal('system'), sealedKey: hex }),
      v.object({ by: v.literal('nothing_practice'), key: hex }),
    ]),
  ),
})

/** What lies unsealed beside a project on each side: what to call it, and the ways to its key. */
export type ProjectHeader = v.InferOutput<typeof HEADER>

/** Undefined when the text is no header that this version knows. */
export function parseProjectHeader(text: string): ProjectHeader | undefined {
  try {
    const parsed = v.safeParse(HEADER, JSON.parse(text))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

export function listProject(header: ProjectHeader): ListedProject {
  const { projectId, title, isPractice, wraps } = header
  return { projectId, title, isPractice, canOpenBySystem: wraps.some((wrap) => wrap.by === 'system') }
}
