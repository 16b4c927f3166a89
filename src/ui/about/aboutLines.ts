import type { Edition } from '../../application/about/About'
import type { PlatformInfo } from '../../application/Platform'
import type { useMessages } from '../app/i18n/useMessages'

/** A line of what the app says of itself. */
export interface AboutLine {
  readonly label: string
  readonly value: string
  /** SHA-256 in hex. */
  readonly hash?: string
}

/** What the app is made of; `packageHash`: null where it does not run from a package. */
export function aboutLines(
  info: PlatformInfo,
  editions: readonly Edition[],
  packageHash: string | null,
  t: ReturnType<typeof useMessages>['t'],
): readonly AboutLine[] {
  return [
    { label: t('about.app'), value: info.appVersion },
    { label: t('about.engines'), value: info.engines.join(' · ') },
    ...editions.map(({ of, version, hash }) => ({ label: t(`about.editions.${of}`), value: version, hash })),
    {
      label: t('about.package'),
      value: packageHash === null ? t('about.noPackage') : '',
      ...(packageHash !== null && { hash: packageHash }),
    },
    { label: t('about.licence'), value: 'MIT' },
  ]
}

/** The same as text, to be sent to somebody. */
export function aboutText(lines: readonly AboutLine[]): string {
  return lines
    .map(({ label, value, hash }) => `${label}: ${[value, hash].filter(Boolean).join(' ')}\n`)
    .join('')
}
