import * as v from 'valibot'

/** What can be done with an installer: one kind a way of installing. */
const KINDS = ['appimage', 'deb', 'dmg', 'nsis'] as const

export type InstallerKind = (typeof KINDS)[number]

const MANIFEST = v.object({
  /** Of the app in the installer: `major.minor.patch`, a pre-release with its suffix. */
  version: v.pipe(v.string(), v.regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}(-[0-9A-Za-z.-]+)?$/)),
  platform: v.picklist(['darwin', 'linux', 'win32']),
  /** As `process.arch` has it. */
  arch: v.picklist(['arm64', 'ia32', 'x64']),
  installer: v.object({
    /** A plain file name: it leads to no other folder and is no device of Windows. */
    name: v.pipe(v.string(), v.regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,127}$/)),
    kind: v.picklist(KINDS),
    /** Bytes. */
    size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
  /** The oldest version of data that the app in the installer opens. */
  oldestData: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** ISO instant. */
  builtAt: v.pipe(v.string(), v.isoTimestamp()),
  /** What is new, as plain text. */
  notes: v.object({ 'zh-CN': v.string(), en: v.string() }),
})

/** What the publisher states of an installer, and signs. */
export type UpdateManifest = v.InferOutput<typeof MANIFEST>

/** Null where the text is no manifest. */
export function parseManifest(text: string): UpdateManifest | null {
  try {
    const parsed = v.safeParse(MANIFEST, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
