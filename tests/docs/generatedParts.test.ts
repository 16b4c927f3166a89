import { describe, expect, it } from 'vitest'
import { CENSUS_TABLE_LIST } from './censusTableList'
import { compareDocument } from './generatedPart'
import { FORM_FACT_TABLE } from './formFactTable'
import { KEY_TABLES } from './keyTables'
import { PRACTICE_CENSUS_TABLES } from './practiceCensusTables'
import { PRACTICE_TABLES } from './practiceTables'
import { QUESTION_TABLE } from './questionTable'
import { SPOKEN_QUESTIONS } from './spokenQuestions'
import { STANDARDS_TABLE } from './standardsTable'

describe('a document', () => {
  it.each([
    QUESTION_TABLE,
    SPOKEN_QUESTIONS,
    PRACTICE_TABLES,
    PRACTICE_CENSUS_TABLES,
    STANDARDS_TABLE,
    FORM_FACT_TABLE,
    CENSUS_TABLE_LIST,
    ...KEY_TABLES,
  ])('$document has the $name that the data give', (part) => {
    const { now, fresh } = compareDocument(part)
    expect(now, 'renew it: npx tsx tests/docs/<its maker>.ts --write').toBe(fresh)
  })
})
