import checks from '../../../resources/instrument/v1/checks.json'
import choices from '../../../resources/instrument/v1/choices.json'
import form from '../../../resources/instrument/v1/form.json'
import clothing from '../../../resources/instrument/v1/groups/clothing.json'
import close from '../../../resources/instrument/v1/groups/close.json'
import education from '../../../resources/instrument/v1/groups/education.json'
import food from '../../../resources/instrument/v1/groups/food.json'
import housing from '../../../resources/instrument/v1/groups/housing.json'
import income from '../../../resources/instrument/v1/groups/income.json'
import ledger from '../../../resources/instrument/v1/groups/ledger.json'
import medical from '../../../resources/instrument/v1/groups/medical.json'
import members from '../../../resources/instrument/v1/groups/members.json'
import recognition from '../../../resources/instrument/v1/groups/recognition.json'
import risk from '../../../resources/instrument/v1/groups/risk.json'
import standing from '../../../resources/instrument/v1/groups/standing.json'
import support from '../../../resources/instrument/v1/groups/support.json'
import visit from '../../../resources/instrument/v1/groups/visit.json'
import water from '../../../resources/instrument/v1/groups/water.json'
import type { KnownForms } from '../../application/facts/KnownForms'
import type { AdditionalSetting } from '../../application/project/ProjectSettings'
import {
  isAdditionalName,
  partsOfVersion,
  versionWith,
  withAdditional,
  type AdditionalForm,
} from '../../domain/instrument/AdditionalForm'
import type { Forms } from '../../domain/instrument/Forms'
import type { GroupData, InstrumentData } from '../../domain/instrument/Instrument'
import { loadInstrument } from '../../domain/instrument/loadInstrument'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { CODE_CHOICES } from './codeLists'

const GROUPS = [
  visit,
  standing,
  members,
  food,
  clothing,
  education,
  medical,
  housing,
  water,
  income,
  ledger,
  support,
  recognition,
  risk,
  close,
] as readonly GroupData[]

/** Version of new interviews. */
export const CURRENT_INSTRUMENT = form.version

const VERSIONS: readonly InstrumentData[] = [
  {
    ...(form as Pick<InstrumentData, 'id' | 'version' | 'repeats' | 'roles' | 'inputs' | 'calculations'>),
    choices: { ...CODE_CHOICES, ...(choices as InstrumentData['choices']) },
    groups: form.groups.map((name) => GROUPS.find((group) => group.name === name) as GroupData),
    checks: checks as InstrumentData['checks'],
  },
]

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
  currentInstrument: instrumentOf(CURRENT_INSTRUMENT) as Instrument,
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
 * The forms of a project that has, or had, additional groups; an interview whose groups have not come (yet) is read by the standard
 * form, which judges the same. Refused: `additional_unusable` where the groups that are asked
 * now do not fit the standard form, as those of a newer app may.
 */
export function formsWith(additional: AdditionalSetting | undefined): Result<Forms> {
  if (additional === undefined) return success(KNOWN_FORMS)
  const { current, known } = additional
  const currentInstrument = extendedForm(KNOWN_FORMS.currentInstrument, current)
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
