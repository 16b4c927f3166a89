import satisfies from 'spdx-satisfies'
import type { BundledPackage } from '../launch/bundledPackages'
import type { LicencePolicy } from './licencePolicy'

/** What keeps packages out of the app, a line each; none when all are allowed. */
export function licenceFaults(
  packages: readonly BundledPackage[],
  { allowed, withoutText }: LicencePolicy,
): readonly string[] {
  return packages.flatMap(({ name, version, identifier, text }) => {
    const own = `${name} ${version}`
    if (identifier === null) return [`${own} names no licence`]
    if (!isAllowed(identifier, allowed)) return [`${own} is under ${identifier}`]
    return text === '' && !withoutText.includes(name) ? [`${own} has no text of its licence`] : []
  })
}

/** Whether an SPDX expression can be met by the allowed ones; what is none cannot. */
export function isAllowed(expression: string, allowed: readonly string[]): boolean {
  try {
    return satisfies(expression, [...allowed])
  } catch {
    return false
  }
}
