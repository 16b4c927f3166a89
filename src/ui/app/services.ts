import { inject, type InjectionKey } from 'vue'
import type { AboutPort } from '../../application/about/About'
import type { AssessmentRules } from '../../application/assess/assessHousehold'
import type { DataRequest } from '../../application/datasets/DataRequest'
import type { TroubleLog } from '../../application/diagnostics/troubleLog'
import type { FormsJob, MadeForms } from '../../application/forms/FormsJob'
import type { FormTemplate } from '../../application/forms/FormTemplate'
import type { GuidePort } from '../../application/help/Guide'
import type { LakeRequest } from '../../application/lake/LakeRequest'
import type { PersonList } from '../../application/reconcile/importPersonList'
import type { ImportProgress, ImportRosterRequest } from '../../application/roster/importRoster'
import type { CountyReport, CountyRequest } from '../../application/measures/reportCounty'
import type { RosterPreview } from '../../application/roster/rosterPreview'
import type { KnownForms } from '../../application/facts/KnownForms'
import type { TemplateColumn, TemplateWords } from '../../application/roster/rosterTemplate'
import type { Platform } from '../../application/Platform'
import type { PracticeCounty } from '../../application/practice/practiceCounty'
import type { ProjectSettings } from '../../application/project/ProjectSettings'
import type { MadeSample } from '../../application/sampling/makeSample'
import type { ProjectShelf } from '../../application/store/ProjectShelf'
import type { SummaryVersions } from '../../application/store/summaryKey'
import type { KnownHousehold, QualityWork } from '../../application/team/desk/qualityDesk'
import type { PasscodePort } from '../../application/team/roll/devicePasscodes'
import type { TeamPort } from '../../application/team/TeamPort'
import type { Language, Texts } from '../../application/texts/Texts'
import type { ReturnedWorkbook } from '../../application/workbook/review/ReturnedWorkbook'
import type { ReviewFiles } from '../../application/workbook/ReviewFiles'
import type { WorkbookSheet } from '../../application/workbook/WorkbookSheet'
import type { CasesWanted, CensusRequest, CountedCensus } from '../../application/census/CensusDesk'
import type { GivenAreas } from '../../application/census/CensusTally'
import type { CensusBookRequest } from '../../application/census/workbook/CensusBookRequest'
import type { TableCase } from '../../domain/programmes/census/tables/casesBehind'
import type { AreaTable, TableArea } from '../../domain/programmes/census/tables/TableCounts'
import type { ReviewRequest, VillageWork } from '../../application/workbook/villageWork'
import type { ReadAdditional } from '../../application/xlsform/additional/readAdditional'
import type { Forms } from '../../domain/instrument/Forms'
import type { MeasuredHousehold } from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { AreaChecks } from '../../domain/programmes/census/areaChecks/AreaChecks'
import type { AreaForm, AreaKind } from '../../domain/programmes/census/AreaForm'
import type { CheckLimits } from '../../domain/programmes/census/check/CheckLimits'
import type { CoverageLimits } from '../../domain/programmes/census/coverage/nextSteps'
import type { QualityCheckData, QualityLine, QualityThresholds } from '../../domain/quality/QualityLine'
import type { RosterCodes } from '../../domain/roster/RosterVocabulary'
import type { FrameHousehold } from '../../domain/sampling/Frame'
import type { SamplingPlan } from '../../domain/sampling/SamplingPlan'
import type { Problem } from '../../domain/shared/Problem'
import type { Result } from '../../domain/shared/Result'
import type { RegionsData, SourcesData, StandardsData } from '../../domain/standards/Standards'

/** Work in a worker: it can be waited for, or stopped with nothing done. */
export interface Task<T> {
  readonly done: Promise<T>
  cancel(): void
}

/** A quality desk in a worker: it keeps what it took until it is closed. */
export interface QualityDeskTask {
  /** Told with what it read, in the order of the asking. */
  take(work: QualityWork): Promise<readonly KnownHousehold[]>
  /** What is found among all that was taken; never settles once it is asked again. */
  find(thresholds: QualityThresholds): Promise<readonly QualityLine[]>
  close(): void
}

/** A census being counted in a worker: it keeps the cases until it is closed. */
export interface CensusTask {
  take(village: VillageWork): Promise<void>
  /** Once, after the last village. */
  count(): Promise<CountedCensus>
  /** The same households, with what the forms of areas say by now. */
  recount(areas: GivenAreas): Promise<CountedCensus>
  tablesOf(area: TableArea): Promise<readonly AreaTable[]>
  /** All figures as a file, to compare a later count with. */
  figures(): Promise<string>
  cases(wanted: CasesWanted): Promise<readonly TableCase[]>
  close(): void
}

/** Everything the interface asks of the rest of the app; `main.ts` builds it. */
export interface Services {
  /** The user guide inside the app. */
  readonly guide: GuidePort
  readonly platform: Platform
  readonly about: AboutPort
  /** What went wrong in this window. */
  readonly trouble: TroubleLog
  /** Versions of the formats that data are written in. */
  readonly dataFormats: { readonly package: number; readonly lake: number; readonly figures: number }
  readonly shelf: ProjectShelf
  readonly edition: StandardsData
  readonly sources: SourcesData
  readonly provinces: RegionsData['provinces']
  /** The registers' own words for the codes of a list. */
  readonly rosterCodes: RosterCodes
  /** Lets the user pick roster files; empty when cancelled. */
  chooseRoster(): Promise<readonly File[]>
  readRoster(
    request: Omit<ImportRosterRequest, 'files'> & { readonly files: readonly File[] },
    tell: (progress: ImportProgress) => void,
  ): Task<RosterPreview>
  /** Another list of people, read in a worker. */
  readPersonList(work: { readonly files: readonly File[]; readonly salt: string }): Task<Result<PersonList>>
  /** The bytes of a workbook of lists. */
  writeSheets(sheets: readonly WorkbookSheet[]): Promise<Uint8Array>
  /** The list's own sheets with the problem cells marked, and the problems in words. */
  writeReport(request: {
    readonly files: readonly File[]
    readonly problems: readonly Problem[]
    readonly language: Language
  }): Task<Uint8Array>
  rulesOf(settings: ProjectSettings): Result<AssessmentRules>
  versionsOf(settings: ProjectSettings, roster: string): SummaryVersions
  textsOf(language: Language): Texts
  /** The review workbook of all villages, judged, built and written in a worker. */
  writeReview(request: ReviewRequest, villages: AsyncIterable<VillageWork>): Task<ReviewFiles>
  /** The census workbook of all villages, counted, built and written in a worker. */
  writeCensus(request: CensusBookRequest, villages: AsyncIterable<VillageWork>): Task<ReviewFiles>
  /** The villages' records as files of data in one .zip, made in a worker; `answers`: lines for the format that has them. */
  writeData(
    request: DataRequest,
    villages: AsyncIterable<VillageWork>,
    answers: AsyncIterable<string>,
  ): Task<Uint8Array>
  /** The project's partition of a lake in one .zip, made in a worker. Refused: `lake_several_counties`, `lake_salt_public`. */
  writeLake(request: LakeRequest, villages: AsyncIterable<VillageWork>): Task<Result<Uint8Array>>
  /** The hand forms of this edition, and how many of their pages are printed at once. */
  readonly handForms: { readonly templates: readonly FormTemplate[]; readonly pagesAtOnce: number }
  /** Hand forms of the villages' households, made in a worker. */
  makeForms(job: FormsJob, villages: AsyncIterable<VillageWork>): Task<MadeForms>
  /** Lets the user pick a form of his own; empty when cancelled. */
  chooseForm(): Promise<readonly File[]>
  /** Lets the user pick a review workbook that came back; empty when cancelled. */
  chooseReview(): Promise<readonly File[]>
  /** What a returned review workbook says, read in a worker. */
  readReview(file: File): Task<Result<ReturnedWorkbook>>
  /** The XLSForm of a project's form, for ODK and KoboToolbox. */
  writeXlsform(settings: ProjectSettings): Promise<Result<Uint8Array>>
  /** Lets the user pick an XLSForm; empty when cancelled. */
  chooseXlsform(): Promise<readonly File[]>
  /** The additional groups of an XLSForm, read in a worker. */
  readAdditional(file: File, kind: ProjectSettings['kind']): Task<Result<ReadAdditional>>
  /** Draws a sample of a list whose keys were made with the salt. */
  drawSample(request: {
    readonly frame: readonly FrameHousehold[]
    readonly plan: SamplingPlan
    readonly salt: string
  }): Task<Result<MadeSample>>
  /** The county's measures, computed in a worker. */
  reportCounty(request: CountyRequest, households: readonly MeasuredHousehold[]): Task<CountyReport>
  /** Of a census: the forms of its areas, and when its coverage tells that something has come to a stop. */
  readonly census: {
    readonly forms: Readonly<Record<AreaKind, AreaForm>>
    readonly limits: CoverageLimits
    /** The checks of its areas, for interviews by a form. */
    readonly checksOf: (instrument: Instrument) => AreaChecks
    /** What its post-enumeration check offers, and the limit of its error rates. */
    readonly check: CheckLimits
  }
  openQualityDesk(): QualityDeskTask
  /** Lets the user pick the figures of an earlier count; empty when cancelled. */
  chooseFigures(): Promise<readonly File[]>
  /** Begins to count a census. */
  countCensus(request: CensusRequest): CensusTask
  /** The checks of the quality desk with their words, and the thresholds as shipped. */
  readonly quality: {
    readonly checks: readonly QualityCheckData[]
    readonly thresholds: QualityThresholds
    /** Paper forms that are entered twice, in percent, as shipped. */
    readonly secondEntryShare: number
  }
  /** The list that a county fills in where it has none, and its bytes as a workbook. */
  readonly rosterTemplate: {
    readonly columns: readonly TemplateColumn[]
    write(language: Language, words: TemplateWords): Promise<Uint8Array>
  }
  /** `toVisit`: households at which nobody was yet. */
  practiceCounty(plan: {
    readonly households: number
    readonly seed: number
    readonly toVisit: number
    readonly salt: string
  }): PracticeCounty
  /** Keys, signatures and packages of a team. */
  readonly team: TeamPort
  /** Makes and checks second people's passcodes. */
  readonly passcodes: PasscodePort
  /** The forms of this edition, and whether it has one. */
  readonly forms: KnownForms & Forms
  /** The project's recovery key as the text of a file. */
  recoveryKeyText(key: { readonly identity: string; readonly project: string; readonly lead: string }): string
  /** Lets the user pick the file of a code; empty when cancelled. */
  chooseCode(): Promise<readonly File[]>
  /** Lets the user pick packages; empty when cancelled. */
  choosePackages(): Promise<readonly File[]>
  digest(text: string): string
  /** SHA-256 in hex. */
  hashOf(bytes: Uint8Array): Promise<string>
  /** Random text for a new project's keys. */
  newSalt(): string
  /** ISO instant by this device's clock. */
  now(): string
  /** Resolves after the window had its turn. */
  pause(): Promise<void>
}

export const SERVICES: InjectionKey<Services> = Symbol('services')

/** The services that `main.ts` provided. */
export function useServices(): Services {
  const services = inject(SERVICES)
  if (services === undefined) throw new Error('main.ts provides no services')
  return services
}
