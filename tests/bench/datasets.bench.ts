/**
 * Records of 20,000 interviewed households as files of data, all tables, and as floor the same cells as JSON: each in a process of its own,
 * in turn. What is timed begins with the households judged. Run: `npm run bench datasets`.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { dataFiles, TABLE_FORMATS, type TableFormat } from '../../src/adapters/datasets/dataFiles'
import { KNOWN_FORMS } from '../../src/adapters/resources/instruments'
import { rosterVocabulary } from '../../src/adapters/resources/rosterVocabulary'
import { textsOf } from '../../src/adapters/resources/texts'
import { allDatasets, tableOf } from '../../src/application/datasets/allDatasets'
import { someStandards } from '../builders/someStandards'
import { assessedCounty } from './sheetsOfCounties'

/** How often the 2,000 households that are judged are written. */
const TIMES = 10

const [job] = process.argv.slice(2)
if (job === undefined) compare()
else console.log(JSON.stringify(await measure(job)))

function compare(): void {
  for (const name of ['json', ...TABLE_FORMATS]) {
    const words = ['--import', 'tsx', fileURLToPath(import.meta.url), name]
    const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' })
    const { seconds, megabytes, written } = JSON.parse(stdout) as Awaited<ReturnType<typeof measure>>
    console.log(
      `${name}: ${seconds.toFixed(1)} s, ${written.toFixed(0)} MB written, peak ${megabytes.toFixed(0)} MB`,
    )
  }
}

async function measure(job: string) {
  const texts = textsOf('zh-CN')
  const judged = (await assessedCounty(1)).map((assessment) => ({ assessment }))
  const households = Array.from({ length: TIMES }, () => judged).flat()
  const terms = {
    texts,
    isIdInFull: false,
    isSampled: false,
    givesVerdict: true,
    instruments: [KNOWN_FORMS.currentInstrument],
    codes: rosterVocabulary.codes,
  }
  const tables = allDatasets(terms).map((dataset) => tableOf(dataset, households))
  const about = {
    ...{ title: null, project: '', standards: someStandards(), at: new Date().toISOString() },
    ...{ households: households.length, scope: [], fullIds: null },
  }
  const began = performance.now()
  let bytes = 0
  if (job === 'json')
    for (const table of tables) for (const row of table.rows()) bytes += JSON.stringify(row).length
  else
    for (const { contentOf } of dataFiles(tables, { ...about, format: job as TableFormat }, texts))
      for (const part of contentOf()) bytes += Buffer.byteLength(part)
  const seconds = (performance.now() - began) / 1000
  return { seconds, megabytes: process.resourceUsage().maxRSS / 1024, written: bytes / 2 ** 20 }
}
