import { existsSync } from 'node:fs'

const USUAL_PLACES = [
  // The same engine without a browser around it: starts in half the time and for a third of the work.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
] as const

/** The browser that tests run in: `CHROMIUM_PATH` if set, else the system's; `null` where there is none. */
export function findChromium(): string | null {
  const wanted = process.env['CHROMIUM_PATH']
  if (wanted !== undefined && wanted !== '') return existsSync(wanted) ? wanted : null
  return USUAL_PLACES.find((place) => existsSync(place)) ?? null
}

/** Chromium refuses its own sandbox as root; the other flags keep it from calling home, which hangs on a closed network. */
export const BROWSER_FLAGS: string[] = [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
]

export function isRoot(): boolean {
  return process.getuid?.() === 0
}
