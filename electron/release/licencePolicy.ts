/** What a package of the app may be under. */
export interface LicencePolicy {
  /** SPDX names. */
  readonly allowed: readonly string[]
  /** Packages whose archive has no text of the licence that they name. */
  readonly withoutText: readonly string[]
}

/** Permissive licences, and the Mozilla one, which asks for the source of its own files alone. Adding one is a decision: 0085. */
export const LICENCE_POLICY: LicencePolicy = {
  allowed: ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BSL-1.0', 'ISC', 'MIT', 'MPL-2.0'],
  withoutText: ['qrcode-generator'],
}
