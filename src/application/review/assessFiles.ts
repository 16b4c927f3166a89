import type { Forms } from '../../domain/instrument/Forms'
import { fieldworkText, type FieldworkFile } from '../households/FieldworkFile'
import { determinationLines } from '../determination/determinationLines'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import type { HouseholdDeterminations } from '../../domain/programmes/assessment/determination/Determination'
import type { CountyReport } from '../measures/reportCounty'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { ProjectSample } from '../sampling/projectSample'
import { sampleLogText } from '../sampling/sampleLogText'
import type { ProjectStore } from '../store/ProjectStore'
import { answerLines } from '../team/answerLines'

/** Files for `yihu assess` that an export may write; null where not asked for. */
export interface AssessFiles {
  readonly answers: string | null
  readonly determinations: string | null
  readonly totals: string | null
  readonly sample: string | null
  readonly fieldwork: string | null
  readonly additional: string | null
}

/** One of them, made when it is written. */
export interface AssessFile {
  readonly path: string
  readonly contentOf: () => Iterable<string> | AsyncIterable<string>
}

/** What the files hold. */
export interface AssessMaterial {
  readonly store: ProjectStore
  readonly forms: Forms
  readonly assessments: readonly HouseholdAssessment[]
  readonly determinations: ReadonlyMap<string, HouseholdDeterminations>
  readonly report: Pick<CountyReport, 'totals'>
  readonly drawn: ProjectSample | null
  readonly salt: string
  readonly fieldwork: FieldworkFile
  /** Of which households; left out: all. */
  readonly isWanted?: (household: string) => boolean
}

/**
 * What `yihu assess` comes to the same figures with, to be written. Refused: `export_without_totals`, `export_without_sample`,
 * `export_without_additional` where the project has none.
 */
export function assessFiles(files: AssessFiles, material: AssessMaterial): Result<readonly AssessFile[]> {
  const { store, forms, assessments, determinations, drawn, salt, fieldwork, isWanted } = material
  const { totals } = material.report
  if (files.totals !== null && totals === null) return refusal('export_without_totals', files.totals)
  if (files.sample !== null && drawn === null) return refusal('export_without_sample', files.sample)
  const additional = forms.currentInstrument.data.additional ?? null
  if (files.additional !== null && additional === null)
    return refusal('export_without_additional', files.additional)
  // The keys of members may be made with the salt, even where every household has a number of its own.
  const log = drawn && { ...drawn.log, frame: { ...drawn.log.frame, salt } }
  const contents = [
    [files.answers, () => answerLines(store, files.fieldwork !== null, forms, isWanted)],
    [files.fieldwork, () => [fieldworkText(fieldwork)]],
    [files.determinations, () => determinationLines(assessments, determinations)],
    [files.totals, () => [`${JSON.stringify(totals)}\n`]],
    [files.additional, () => [`${JSON.stringify(additional)}\n`]],
    [files.sample, () => [log === null ? '' : sampleLogText(log)]],
  ] as const
  return success(contents.flatMap(([path, contentOf]) => (path === null ? [] : [{ path, contentOf }])))
}
