/** Switches of Chromium that open the page or its engine to other programs, whatever the fuses say. */
const OPENING = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins', 'js-flags']

/** Those of the words a program was started with that a release does not take. */
export function refusedSwitches(argv: readonly string[]): readonly string[] {
  // Chromium takes any of -, -- and, on Windows, / before a switch, in any case there.
  const isRefused = (word: string): boolean => {
    const name = /^(?:--?|\/)([^=]+)/.exec(word)?.[1]?.toLowerCase()
    return name !== undefined && OPENING.includes(name)
  }
  return argv.filter(isRefused)
}
