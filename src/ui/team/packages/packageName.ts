import { localMoment } from '../../app/i18n/localTime'

/** Longer names do not fit every disk once they stand in a folder. */
const LONGEST_PART = 120

/** A file's name of these words and a moment, without what systems do not allow in one. */
export function packageName(parts: readonly string[], at: string): string {
  const moment = localMoment(at).replace(' ', '-').replaceAll(':', '')

  const words = parts.join('-').replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, '-')
  return `${words.replace(/^\.+/, '').slice(0, LONGEST_PART)}-${moment}`
}
