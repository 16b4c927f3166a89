import type { YihuBridge } from '../../electron/ipc-contract'
import { SCRYPT_COST } from '../../src/adapters/crypto/KeyWrap'
import { NO_KEY_STORE } from '../../src/adapters/crypto/SystemKeyStore'
import { DexieIndexShelf } from '../../src/adapters/dexie/DexieIndexShelf'
import { electronJournals } from '../../src/adapters/platform/electron/electronJournals'
import { CURRENT_INSTRUMENT, instrumentOf } from '../../src/adapters/resources/instruments'
import { PRACTICE } from '../../src/adapters/resources/practice'
import { sealsOnThread } from '../../src/adapters/sealed/Seals'
import { SealedShelf } from '../../src/adapters/sealed/SealedShelf'
import { adoptRoster } from '../../src/application/roster/adoptRoster'
import type { AnswerRecord } from '../../src/application/assess/AnswerRecord'
import { writeAnswers } from '../../src/application/assess/writeAnswers'
import { practiceCounty } from '../../src/application/practice/practiceCounty'
import { createProject } from '../../src/application/project/createProject'
import type { Instrument } from '../../src/domain/instrument/loadInstrument'
import type { RosterHousehold } from '../../src/domain/roster/Roster'
import { valueOf } from '../contracts/projectStoreContract'

/** What a benchmark outside may ask of the app's own window, by `page.evaluate`. */
export interface ProjectInPage {
  /**
   * Makes a sealed project of so many generated households, the first `interviewed` of them interviewed, under this title and
   * passcode; gives the number of answers. The app's start page lists it once it is loaded again. Both in whole thousands.
   */
  create(title: string, passcode: string, households: number, interviewed: number): Promise<number>
  /** Reads and opens every change of the one project's households, and does nothing else; gives milliseconds. */
  read(passcode: string): Promise<number>
}

const OF_A_COUNTY = 1_000
/** As many households at once as the list reads when it judges. */
const READ_AT_ONCE = 50

const bridge = (window as unknown as { yihu: YihuBridge }).yihu
const shelf = new SealedShelf({
  indexes: new DexieIndexShelf(),
  journals: electronJournals(bridge.journal),
  keyStore: NO_KEY_STORE,
  scryptCost: SCRYPT_COST,
  now: () => new Date().toISOString(),
  seals: sealsOnThread,
})
const AUTHOR = { person: '组长', at: '2020-12-31T08:00:00Z' }

const projectInPage: ProjectInPage = {
  async create(title, passcode, count, interviewed) {
    const store = valueOf(
      await createProject(shelf, {
        title,
        protection: { by: 'passcode', passcode, rememberBySystem: false },
        settings: { kind: 'assessment', asOf: '2020-12-31', region: 'west', salt: 'bench' },
        ...AUTHOR,
      }),
    )
    const counties = Array.from({ length: count / OF_A_COUNTY }, (_, seed) => seed + 1)
    const households = counties.flatMap((seed) => countyOf(seed).households)
    valueOf(await adoptRoster(store, households, AUTHOR))
    let answerCount = 0
    for (const seed of counties.slice(0, interviewed / OF_A_COUNTY)) {
      const { answers } = countyOf(seed)
      answerCount += answers.length
      const origin = { instrumentVersion: CURRENT_INSTRUMENT, copy: 'bench', ...AUTHOR }
      valueOf(await writeAnswers(store, answers, origin))
    }
    await store.close()
    return answerCount
  },

  async read(passcode) {
    const [project] = await shelf.list()
    const store = valueOf(await shelf.open(project?.projectId ?? '', { by: 'passcode', passcode }))
    const households = await store.householdsWithChanges()
    const began = performance.now()
    for (let start = 0; start < households.length; start += READ_AT_ONCE)
      await store.changesOfHouseholds(households.slice(start, start + READ_AT_ONCE))
    const took = performance.now() - began
    await store.close()
    return took
  },
}

/** Every county has the same ids and villages: its number tells them apart. */
function countyOf(seed: number): {
  readonly households: readonly RosterHousehold[]
  readonly answers: readonly AnswerRecord[]
} {
  const { households, answers } = practiceCounty(
    { households: OF_A_COUNTY, seed, hash: (text) => text },
    PRACTICE,
    instrumentOf(CURRENT_INSTRUMENT) as Instrument,
  )
  return {
    households: households.map((each) => ({
      ...each,
      id: `${seed}-${each.id}`,
      township: `${each.township ?? ''}${seed}`,
    })),
    answers: answers.map((each) => ({ ...each, household: `${seed}-${each.household}` })),
  }
}

;(globalThis as unknown as { projectInPage: ProjectInPage }).projectInPage = projectInPage
