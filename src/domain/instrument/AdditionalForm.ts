import { canonicalText } from '../changes/canonicalText'
import { digest } from '../shared/digest'
import type { ChoiceData, GroupData, InstrumentData, Text } from './Instrument'

/**
 * Groups of questions that a province asks besides the standard form. Every name of theirs begins with `x_`, and no name of
 * the standard form does: nothing that judges a household can read one of them.
 */
export interface AdditionalForm extends AdditionalContent {
  /** Of its content (`additionalId`). */
  readonly id: string
}

export interface AdditionalContent {
  readonly title: Text
  readonly choices: Readonly<Record<string, readonly ChoiceData[]>>
  readonly groups: readonly GroupData[]
}

const ID_LENGTH = 12

/** Twelve hex digits of the hash of the content: another content has another id. */
export function additionalId({ title, choices, groups }: AdditionalContent): string {
  return digest(canonicalText({ title, choices, groups })).slice(0, ID_LENGTH)
}

const PREFIX = 'x_'
const VERSION_MARK = '+'

export function additionalName(name: string): string {
  return PREFIX + name
}

export function isAdditionalName(name: string): boolean {
  return name.startsWith(PREFIX)
}

/** The form with additional groups behind its own. */
export function withAdditional(form: InstrumentData, additional: AdditionalForm): InstrumentData {
  return {
    ...form,
    version: versionWith(form.version, additional),
    choices: { ...form.choices, ...additional.choices },
    groups: [...form.groups, ...additional.groups],
    additional,
  }
}

/** `1+0123456789ab`: the version of a form that has additional groups. */
export function versionWith(version: string, additional: Pick<AdditionalForm, 'id'> | null): string {
  return additional === null ? version : `${version}${VERSION_MARK}${additional.id}`
}

/** The standard form's version, and the id of the additional groups; null where there are none. */
export function partsOfVersion(version: string): {
  readonly standard: string
  readonly additional: string | null
} {
  const mark = version.indexOf(VERSION_MARK)
  if (mark < 0) return { standard: version, additional: null }
  return { standard: version.slice(0, mark), additional: version.slice(mark + 1) }
}
