import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import type { YihuBridge } from '../electron/ipc-contract'
import { SCRYPT_COST } from './adapters/crypto/KeyWrap'
import { passcodePort } from './adapters/crypto/passcodeVerifier'
import { digest } from './adapters/crypto/digest'
import { hashBytes } from './adapters/crypto/hashBytes'
import { keyedHash } from './adapters/crypto/keyedHash'
import { DexieIndexShelf } from './adapters/dexie/DexieIndexShelf'
import { ROSTER_FILE_TYPES } from './adapters/excel/rosterFileTypes'
import { chooseFiles } from './adapters/platform/browser/chooseFiles'
import { FORMAT } from './adapters/package/packageFile'
import { keyFileText } from './adapters/package/keyFile'
import { TEAM_PORT } from './adapters/package/teamPort'
import { browserPlatform } from './adapters/platform/browser/browserPlatform'
import { NO_KEY_STORE } from './adapters/crypto/SystemKeyStore'
import { electronJournals } from './adapters/platform/electron/electronJournals'
import { electronKeyStore } from './adapters/platform/electron/electronKeyStore'
import { electronPlatform } from './adapters/platform/electron/electronPlatform'
import { ABOUT } from './adapters/resources/about'
import { areaChecksOf } from './adapters/resources/areaChecks'
import { AREA_FORMS } from './adapters/resources/areaForms'
import { CHECK_LIMITS } from './adapters/resources/checkLimits'
import { COVERAGE_LIMITS } from './adapters/resources/coverageLimits'
import { FORM_TEMPLATES, PAGES_PRINTED_AT_ONCE } from './adapters/resources/forms'
import { GUIDE } from './adapters/resources/guide'
import { currentForm, KNOWN_FORMS } from './adapters/resources/instruments'
import { PRACTICE } from './adapters/resources/practice'
import { QUALITY, QUALITY_THRESHOLDS, SECOND_ENTRY_SHARE } from './adapters/resources/qualityChecks'
import { ROSTER_TEMPLATE, rosterVocabulary } from './adapters/resources/rosterVocabulary'
import { rulesOf } from './adapters/resources/rulesOf'
import { STANDARDS } from './adapters/resources/standards'
import { textsOf } from './adapters/resources/texts'
import { SealedShelf } from './adapters/sealed/SealedShelf'
import { censusInWorker } from './adapters/workers/censusInWorker'
import { drawInWorker } from './adapters/workers/drawInWorker'
import { readAdditionalInWorker } from './adapters/workers/readAdditionalInWorker'
import { readPersonListInWorker } from './adapters/workers/readPersonListInWorker'
import { readReviewInWorker } from './adapters/workers/readReviewInWorker'
import { readRosterInWorker } from './adapters/workers/readRosterInWorker'
import { qualityInWorker } from './adapters/workers/qualityInWorker'
import { sealsInWorker } from './adapters/workers/sealsInWorker'
import { reportCountyInWorker } from './adapters/workers/reportCountyInWorker'
import { writeReportInWorker } from './adapters/workers/writeReportInWorker'
import { makeFormsInWorker } from './adapters/workers/makeFormsInWorker'
import { writeDataInWorker } from './adapters/workers/writeDataInWorker'
import { writeLakeInWorker } from './adapters/workers/writeLakeInWorker'
import { writeCensusInWorker } from './adapters/workers/writeCensusInWorker'
import { writeReviewInWorker } from './adapters/workers/writeReviewInWorker'
import { FIGURES_VERSION } from './application/census/figures'
import { countProblems } from './application/diagnostics/countProblems'
import { troubleLog } from './application/diagnostics/troubleLog'
import { LAKE_VERSION } from './application/lake/lakeSchema'
import { programmeOf } from './application/programmes/programmeOf'
import { rosterTemplate } from './application/roster/rosterTemplate'
import { practiceCounty } from './application/practice/practiceCounty'
import { standardsVersion } from './application/project/standardsVersion'
import { versionWith } from './domain/instrument/AdditionalForm'
import App from './ui/app/App.vue'
import { watchErrors } from './ui/app/errors/watchErrors'
import { createTexts } from './ui/app/i18n/createTexts'
import { declareLanguage, rememberedLanguage } from './ui/app/i18n/language'
import { guardKeys } from './ui/app/keys/guardKeys'
import { rememberStores } from './ui/app/lock/forgetStores'
import { createAppRouter } from './ui/app/router'
import { SERVICES, type Services } from './ui/app/services'
import { NOTE_PROBLEMS } from './ui/shared/problems/noteProblems'
import './ui/app/styles/base.css'
import './ui/app/styles/tables.css'
import './ui/app/styles/print.css'

declare const __APP_VERSION__: string

const bridge = (window as { yihu?: YihuBridge }).yihu

const trouble = troubleLog()
const now = (): string => new Date().toISOString()

const services: Services = {
  guide: GUIDE,
  about: ABOUT,
  trouble,
  dataFormats: { package: FORMAT, lake: LAKE_VERSION, figures: FIGURES_VERSION },
  platform: bridge === undefined ? browserPlatform(__APP_VERSION__) : electronPlatform(bridge),
  shelf: new SealedShelf({
    indexes: new DexieIndexShelf(),
    journals: bridge === undefined ? null : electronJournals(bridge.journal),
    keyStore: bridge === undefined ? NO_KEY_STORE : electronKeyStore(bridge.keys),
    scryptCost: SCRYPT_COST,
    now: () => new Date().toISOString(),
    seals: sealsInWorker,
  }),
  edition: STANDARDS.standards,
  sources: STANDARDS.sources,
  provinces: STANDARDS.regions.provinces,
  rosterCodes: rosterVocabulary.codes,
  chooseRoster: () => chooseFiles(ROSTER_FILE_TYPES, 'several'),
  readRoster: readRosterInWorker,
  readPersonList: readPersonListInWorker,
  async writeSheets(sheets) {
    const { writeWorkbook } = await import('./adapters/excel/writeWorkbook')
    return writeWorkbook(sheets)
  },
  writeReport: writeReportInWorker,
  rulesOf,
  versionsOf(settings, roster) {
    const standards = standardsVersion(STANDARDS.standards.edition, settings)
    const instrument = versionWith(
      currentForm(settings.kind).data.version,
      settings.additional?.current ?? null,
    )
    return { roster, instrument, standards, rules: programmeOf(settings.kind).edition }
  },
  textsOf,
  writeReview: writeReviewInWorker,
  writeCensus: writeCensusInWorker,
  writeData: writeDataInWorker,
  writeLake: writeLakeInWorker,
  handForms: { templates: FORM_TEMPLATES, pagesAtOnce: PAGES_PRINTED_AT_ONCE },
  makeForms: makeFormsInWorker,
  chooseForm: () => chooseFiles('.json', 'one'),
  chooseReview: () => chooseFiles('.xlsx', 'one'),
  readReview: readReviewInWorker,
  async writeXlsform(settings) {
    const { xlsformBytes } = await import('./adapters/xlsform/xlsformBytes')
    return xlsformBytes(settings)
  },
  chooseXlsform: () => chooseFiles('.xlsx,.xls', 'one'),
  readAdditional: readAdditionalInWorker,
  drawSample: drawInWorker,
  reportCounty: reportCountyInWorker,
  census: { forms: AREA_FORMS, limits: COVERAGE_LIMITS, checksOf: areaChecksOf, check: CHECK_LIMITS },
  openQualityDesk: qualityInWorker,
  chooseFigures: () => chooseFiles('.json', 'one'),
  countCensus: censusInWorker,
  quality: { checks: QUALITY, thresholds: QUALITY_THRESHOLDS, secondEntryShare: SECOND_ENTRY_SHARE },
  rosterTemplate: {
    columns: ROSTER_TEMPLATE,
    // Nobody who has a list needs the writer of workbooks in the window.
    async write(language, words) {
      const { writeWorkbook } = await import('./adapters/excel/writeWorkbook')
      return writeWorkbook(rosterTemplate(ROSTER_TEMPLATE, language, words))
    },
  },
  practiceCounty: ({ salt, ...plan }) =>
    practiceCounty({ ...plan, hash: keyedHash(salt) }, PRACTICE, KNOWN_FORMS.currentInstrument),
  team: TEAM_PORT,
  passcodes: passcodePort(SCRYPT_COST),
  forms: KNOWN_FORMS,
  recoveryKeyText: keyFileText,
  chooseCode: () => chooseFiles('.txt', 'one'),
  choosePackages: () => chooseFiles('.yihu', 'several'),
  digest,
  hashOf: hashBytes,
  newSalt: () => bytesToHex(randomBytes(16)),
  now,
  pause: () => new Promise((resolve) => setTimeout(resolve)),
}

guardKeys(window)
const language = rememberedLanguage()
declareLanguage(language)

const app = createApp(App)
watchErrors(window, app, trouble, now)
app
  .use(createPinia().use(rememberStores))
  .use(createTexts(language))
  .use(createAppRouter(services.platform))
  .provide(SERVICES, services)
  .provide(NOTE_PROBLEMS, (problems) => {
    for (const counted of countProblems(problems)) trouble.noteProblems({ at: now(), ...counted })
  })
  .mount('#app')
