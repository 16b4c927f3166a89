import type { Text } from '../../domain/instrument/Instrument'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { CodeDefinition, RosterCodes } from '../../domain/roster/RosterVocabulary'
import type { TermGroup, TermOf, Texts } from '../texts/Texts'
import type { Code } from './Dataset'

/** How tables are told. */
export interface DataTerms {
  readonly texts: Texts
  /** ID numbers in full; otherwise as the workbook masks them. */
  readonly isIdInFull: boolean
  /** Households were drawn: how, and what each counts for, is told. */
  readonly isSampled: boolean
  /** Households get a conclusion; otherwise nothing of it, and of what it rests on, is told. */
  readonly givesVerdict: boolean
  /** Every form that an interview was made with. */
  readonly instruments: readonly Instrument[]
  /** The code lists of the household list. */
  readonly codes: RosterCodes
}

/** A term in every language. */
export function bothOf<Group extends TermGroup>(texts: Texts, group: Group, name: TermOf<Group>): Text {
  return {
    'zh-CN': texts.inLanguage('zh-CN').term(group, name),
    en: texts.inLanguage('en').term(group, name),
  }
}

/** Codes by their words of a group; numbered from 1 in this order, which must never change. */
export function codesIn<Group extends TermGroup>(
  texts: Texts,
  group: Group,
  names: readonly TermOf<Group>[],
): readonly Code[] {
  return names.map((code, index) => ({ code, number: index + 1, label: bothOf(texts, group, code) }))
}

/** The same of a code list of the household list. */
export function listCodes(list: readonly CodeDefinition[]): readonly Code[] {
  return numbered(
    list.map(({ code, en, labels }) => ({ name: code, label: { 'zh-CN': labels[0] ?? code, en } })),
  )
}

/** 1 and 0, of what holds or does not. */
export function zeroOne(texts: Texts): readonly Code[] {
  return [
    { code: '1', number: 1, label: bothOf(texts, 'marks', 'yes') },
    { code: '0', number: 0, label: bothOf(texts, 'marks', 'no') },
  ]
}

/** Choices numbered from 1 in the order of their list; `yes` and `no` alone are 1 and 0. */
export function numbered(
  choices: readonly { readonly name: string; readonly label: Text }[],
): readonly Code[] {
  const isYesNo = choices.length === 2 && choices.every(({ name }) => name === 'yes' || name === 'no')
  return choices.map(({ name, label }, index) => ({
    code: name,
    number: isYesNo ? Number(name === 'yes') : index + 1,
    label,
  }))
}
