import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What of the running program decides how its words are read. */
interface Program {
  readonly platform: NodeJS.Platform
  /** Set by Electron where it was started with an app's folder as its first word. */
  readonly defaultApp?: boolean
}

/**
 * The files among the words that a program was started with, as full paths. Switches are none, nor is the program itself or, in a
 * development run, the app's folder. `folder`: where it was started.
 */
export function filesIn(
  argv: readonly string[],
  folder: string,
  { platform, defaultApp }: Program,
): readonly string[] {
  const words = argv.slice(1).filter((word) => word !== '' && !isSwitch(word, platform))
  return words.slice(defaultApp === true ? 1 : 0).flatMap((word) => pathOf(word, folder))
}

/** As Chromium takes them; a second start hands its switches on too, in an order of Chromium's own. */
function isSwitch(word: string, platform: NodeJS.Platform): boolean {
  return word.startsWith('-') || (platform === 'win32' && word.startsWith('/'))
}

/** Desktops hand files over as paths or as `file:` addresses. */
function pathOf(word: string, folder: string): readonly string[] {
  if (!/^[a-z][a-z\d+.-]+:/i.test(word)) return [resolve(folder, word)]
  if (!word.toLowerCase().startsWith('file:')) return []
  try {
    return [fileURLToPath(word)]
  } catch {
    return []
  }
}
