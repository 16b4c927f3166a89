import type { Texts } from '../texts/Texts'
import { formTitle, type ChosenForm } from './ChosenForm'
import type { FormScope } from './FormScope'

/** Longer names do not fit every disk once they stand in a folder. */
const LONGEST_PART = 100

/** `入户核查表_李家村.xlsx`: the form and whom it is about, without what systems do not allow in a name. */
export function formsFileName(forms: readonly ChosenForm[], scope: FormScope, texts: Texts): string {
  const [first] = forms
  const form =
    forms.length === 1 && first !== undefined ? formTitle(first, texts) : texts.term('formWords', 'forms')
  const name = `${form}_${scopeName(scope, texts)}`.replaceAll(/[\\/:*?"<>|\u0000-\u001f“”]/g, '-')
  return `${name.replace(/^\.+/, '').slice(0, LONGEST_PART)}.xlsx`
}

function scopeName(scope: FormScope, texts: Texts): string {
  if (scope.kind === 'village') return scope.village.split('/').at(-1) ?? ''
  if (scope.kind === 'all') return texts.term('measureWords', 'county')
  if (scope.name !== undefined) return scope.name
  const [only] = scope.ids
  if (scope.ids.size === 1 && only !== undefined) return only
  return texts.term('formWords', 'households').replace('{count}', String(scope.ids.size))
}
