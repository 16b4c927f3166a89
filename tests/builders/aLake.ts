import type { LakeManifest } from '../../src/application/lake/LakeManifest'
import type { LakeTables, ManifestFacts } from '../../src/application/lake/manifestOf'
import { lakeSchema, type LakeRow } from '../../src/application/lake/lakeSchema'
import { lakeTables } from '../../src/adapters/lake/lakeTables'

/** What a manifest says of a county, but for what is wanted otherwise. */
export function someLakeFacts(facts: Partial<ManifestFacts> = {}): ManifestFacts {
  return {
    kind: 'assessment',
    county: '云南-云岭县',
    project: '0123456789abcdef',
    province: '云南',
    countyName: '云岭县',
    standards: '2020',
    instruments: [1],
    tables: '0'.repeat(64) as LakeManifest['tables'],
    sampling: null,
    matching: null,
    fullIds: null,
    writtenAt: '2020-12-31T08:00:00.000Z',
    ...facts,
  }
}

/** A row of answers. */
export function anAnswerRow(row: Partial<LakeRow<'answers'>> = {}): LakeRow<'answers'> {
  const nothing = { instance: null, code: null, number: null, day: null, missing: null }
  return { household: 'h1', scope: 'household', question: 'food_enough', ...nothing, ...row }
}

/** Tables of villages and, in two datasets, of so many answers to one question. */
export function someLakeTables(code: string, answers = 3): LakeTables {
  const { take, done } = lakeTables(lakeSchema([]))
  for (let at = 0; at < answers; at++) take('answers', anAnswerRow({ household: `h${at}`, code }))
  take('villages', { township: '云岭县/松坪乡', village: '云岭县/松坪乡/上寨村', village_name: '上寨村' })
  return done()
}
