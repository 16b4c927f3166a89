import { versionWith } from '../../domain/instrument/AdditionalForm'
import type { Forms } from '../../domain/instrument/Forms'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { ProjectSettings } from '../project/ProjectSettings'

/** Every form that an interview of the project may have been made with: the current one, and those with earlier additional groups. */
export function askedForms(
  { instrumentOf, currentInstrument }: Forms,
  { additional }: Pick<ProjectSettings, 'additional'>,
  standardVersion: string,
): readonly Instrument[] {
  const known = (additional?.known ?? []).map((form) => instrumentOf(versionWith(standardVersion, form)))
  const forms = [currentInstrument, instrumentOf(standardVersion), ...known]
  return [...new Set(forms.filter((form) => form !== undefined))]
}
