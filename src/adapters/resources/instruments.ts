import type { KnownForms } from '../../application/facts/KnownForms'
import type { AdditionalSetting, ProjectKind } from '../../application/project/ProjectSettings'
import {
  isAdditionalName,
  partsOfVersion,
  versionWith,
  withAdditional,
  type AdditionalForm,
} from '../../domain/instrument/AdditionalForm'
import type { Forms } from '../../domain/instrument/Forms'
import type { InstrumentData } from '../../domain/instrument/Instrument'
import { loadInstrument } from '../../domain/instrument/loadInstrument'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { ASSESSMENT_FORM } from './assessmentForm'
import { CENSUS_FORM } from './censusForm'

const CURRENT: Readonly<Record<ProjectKind, InstrumentData>> = {
  assessment: ASSESSMENT_FORM,
  census: CENSUS_FORM,
}

const VERSIONS: readonly InstrumentData[] = [ASSESSMENT_FORM, CENSUS_FORM]

/** Version of new interviews of an assessment. */
export const CURRENT_INSTRUMENT = ASSESSMENT_FORM.version

/** The form of new interviews in projects of a kind, without additional groups. */
export function currentForm(kind: ProjectKind): Instrument {
  return instrumentOf(CURRENT[kind].version) as Instrument
}

const loaded = new Map<string, Instrument>()
/** Forms with additional groups, by their version, which names their content. */
const extended = new Map<string, Instrument>()

/**
 * The standard instrument of a version, undefined for a version this app does not know (an interview from a newer one).
 * An unsound instrument among the resources is a bug and throws.
 */
export function instrumentOf(version: string): Instrument | undefined {
  const known = loaded.get(version)
  if (known !== undefined) return known
  const data = VERSIONS.find((each) => each.version === version)
  if (data === undefined) return undefined
  const result = loadInstrument(data)
  if (!result.ok) throw new Error(`instrument ${version} is unsound: ${JSON.stringify(result.problems)}`)
  loaded.set(version, result.value)
  return result.value
}

/** Every version of the form: all questions that can be answered. */
export const KNOWN_FORMS: KnownForms & Forms = {
  isVersion: (version) => {
    const { standard, additional } = partsOfVersion(version)
    return instrumentOf(standard) !== undefined && (additional === null || ADDITIONAL_ID.test(additional))
  },
  // Additional groups that never came judge nothing: the interview is read by the standard form.
  instrumentOf: (version) => instrumentOf(partsOfVersion(version).standard),
  currentInstrument: currentForm('assessment'),
  isQuestion: (name, list) =>
    isAdditionalName(name)
      ? list !== 'lines'
      : VERSIONS.some(({ version }) => {
          const form = instrumentOf(version)
          const question = form?.questions.get(name)
          return question !== undefined && form?.repeats.listOf(question.scope) === list
        }),
}

const ADDITIONAL_ID = /^[0-9a-f]{12}$/

/**
 * The forms of a project of a kind, with the additional groups that it has, or had; an interview whose groups have not come (yet) is read by the standard
 * form, which judges the same. Refused: `additional_unusable` where the groups that are asked
 * now do not fit the standard form, as those of a newer app may.
 */
export function formsWith(
  additional: AdditionalSetting | undefined,
  kind: ProjectKind = 'assessment',
): Result<Forms> {
  if (additional === undefined) return success({ ...KNOWN_FORMS, currentInstrument: currentForm(kind) })
  const { current, known } = additional
  const currentInstrument = extendedForm(currentForm(kind), current)
  if (currentInstrument === null) return refusal('additional_unusable', current?.title['zh-CN'] ?? '')
  return success({
    currentInstrument,
    instrumentOf(version) {
      const parts = partsOfVersion(version)
      const standard = instrumentOf(parts.standard)
      const form = known.find(({ id }) => id === parts.additional)
      if (standard === undefined || form === undefined) return standard
      return extendedForm(standard, form) ?? standard
    },
  })
}

function extendedForm(standard: Instrument, additional: AdditionalForm | null): Instrument | null {
  if (additional === null) return standard
  const version = versionWith(standard.data.version, additional)
  const ready = extended.get(version)
  if (ready !== undefined) return ready
  const result = loadInstrument(withAdditional(standard.data, additional))
  if (!result.ok) return null
  extended.set(version, result.value)
  return result.value
}
