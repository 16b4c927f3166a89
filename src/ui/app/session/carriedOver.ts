/** What a window takes along over a lock. */
interface Carried {
  readonly path: string | null
  readonly parts: Readonly<Record<string, unknown>>
}

const NOTHING: Carried = { path: null, parts: {} }

/** What no project store has yet, and the page that was open: one text that a lock seals, and that unlocking gives back. */
export function carriedOver() {
  const carriers = new Map<string, () => unknown>()
  let before = NOTHING

  /** `give` answers with anything that survives JSON, or null. Gives the call that takes this back. */
  function carry(name: string, give: () => unknown): () => void {
    carriers.set(name, give)
    return () => void carriers.delete(name)
  }

  /** What was taken along under a name; once. */
  function takeBack(name: string): unknown {
    const part = before.parts[name] ?? null
    before = { ...before, parts: { ...before.parts, [name]: null } }
    return part
  }

  /** The page that was locked; once. */
  function pageBack(): string | null {
    const { path } = before
    before = { ...before, path: null }
    return path
  }

  /** What is to be sealed; what nobody took back since the last time goes along again. */
  async function textFor(path: string): Promise<string> {
    const parts = { ...before.parts }
    for (const [name, give] of carriers) parts[name] = await give()
    return JSON.stringify({ path, parts })
  }

  /** Another project is open, or none. */
  function read(text: string | undefined): void {
    before = text === undefined ? NOTHING : (JSON.parse(text) as Carried)
  }

  return { carry, takeBack, pageBack, textFor, read }
}
