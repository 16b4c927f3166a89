import * as v from 'valibot'
import type { Vault } from '../crypto/Vault'
import type { ListedProject } from '../../application/store/ProjectShelf'

const hex = v.pipe(v.string(), v.regex(/^([0-9a-f]{2})+$/))
const cost = v.object({ N: v.number(), r: v.number(), p: v.number() })

const HEADER = v.object({
  /** 2 where the key was renewed: earlier apps do not know `older`. */
  format: v.picklist([1, 2]),
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
  /** Earlier keys, each sealed under the one after it; the newest first. */
  older: v.optional(v.array(hex)),
  /** By the newest key over everything above. */
  mac: v.optional(hex),
})

/** The unsealed header of a project on each side: its title, and the wraps of its key. */
export type ProjectHeader = v.InferOutput<typeof HEADER>

/** Undefined when the text is not a header that this version knows. */
export function parseProjectHeader(text: string): ProjectHeader | undefined {
  try {
    const parsed = v.safeParse(HEADER, JSON.parse(text))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

const LATEST_FORMAT = 2

const LATER_HEADER = v.object({
  format: v.pipe(v.number(), v.minValue(LATEST_FORMAT + 1)),
  projectId: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  title: v.string(),
})

/** What is shown of a project whose header a later app wrote: it is listed, and refused when it is opened. Undefined for any other text. */
export function laterProject(text: string): ListedProject | undefined {
  try {
    const parsed = v.safeParse(LATER_HEADER, JSON.parse(text))
    if (!parsed.success) return undefined
    const { projectId, title } = parsed.output
    return { projectId, title, isPractice: false, canOpenBySystem: false }
  } catch {
    return undefined
  }
}

/** The header as it is stored, authenticated by the project's newest key. */
export function headerText(header: ProjectHeader, vault: Vault): string {
  return JSON.stringify({ ...header, mac: vault.vouchForHeader(vouchedText(header)) })
}

/** Whether the header is authentic. One from before headers were authenticated is accepted. */
export function isOwnHeader(header: ProjectHeader, vault: Vault): boolean {
  if (header.mac === undefined) return header.format === 1
  return header.mac === vault.vouchForHeader(vouchedText(header))
}

/** Fields in the order of the format, whatever their order in the input. */
function vouchedText(header: ProjectHeader): string {
  return JSON.stringify({ ...v.parse(HEADER, header), mac: undefined })
}

export function listProject(header: ProjectHeader): ListedProject {
  const { projectId, title, isPractice, wraps } = header
  return { projectId, title, isPractice, canOpenBySystem: wraps.some((wrap) => wrap.by === 'system') }
}
