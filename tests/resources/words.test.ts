import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import datasetsEn from '../../resources/texts/datasets.en.json'
import datasetsZh from '../../resources/texts/datasets.zh-CN.json'
import dictionaryEn from '../../resources/texts/dictionary.en.json'
import dictionaryZh from '../../resources/texts/dictionary.zh-CN.json'
import judgementEn from '../../resources/texts/judgement.en.json'
import judgementZh from '../../resources/texts/judgement.zh-CN.json'
import problemsEn from '../../resources/texts/problems.en.json'
import problemsZh from '../../resources/texts/problems.zh-CN.json'
import workbookEn from '../../resources/texts/workbook.en.json'
import workbookZh from '../../resources/texts/workbook.zh-CN.json'
import { STANDARDS } from '../../src/adapters/resources/standards'
import { CONCLUSIONS } from '../../src/domain/programmes/assessment/conclusion/Conclusion'
import { CRITERIA } from '../../src/domain/programmes/assessment/criteria/Criterion'
import { WATER_PARTS } from '../../src/domain/programmes/assessment/criteria/water'
import { FLAGS, MONITORING } from '../../src/domain/programmes/assessment/flags/Flag'
import { EVIDENCE_KINDS } from '../../src/domain/shared/Evidence'
import interfaceEn from '../../src/ui/app/i18n/en.json'
import interfaceZh from '../../src/ui/app/i18n/zh-CN.json'
import { INSTRUMENT } from '../builders/anInterview'
import { literalsIn, sourceFiles } from './literalsIn'

const FACTS = literalsIn(['src/domain/programmes/assessment/criteria', 'src/domain/programmes/assessment/flags'], {
  calls: new Map([['figure', 2], ['parameter', 2]]),
  names: ['fact'],
})

describe('the words of both languages', () => {
  it.each<[string, object, object]>([
    ['problems', problemsZh, problemsEn],
    ['judgement', judgementZh, judgementEn],
    ['workbook', workbookZh, workbookEn],
    ['datasets', datasetsZh, datasetsEn],
    ['dictionary', dictionaryZh, dictionaryEn],
    ['interface', interfaceZh, interfaceEn],
  ])('of the %s have the same names and places for values', (_, chinese, english) => {
    expect(placeholders(english)).toEqual(placeholders(chinese))
  })
})

describe('every problem', () => {
  it('that has words can be reported', () => {
    const source = ['src', 'electron'].flatMap(sourceFiles).map((file) => readFileSync(file, 'utf8')).join('\n')
    expect(Object.keys(problemsZh).filter((code) => !source.includes(`'${code}'`))).toEqual([])
  })
})

describe('the words of the judgement', () => {
  it('name no rule that no criterion gives', () => {
    const source = sourceFiles('src/domain/programmes').map((file) => readFileSync(file, 'utf8')).join('\n')
    expect(Object.keys(judgementZh.rules).filter((rule) => !source.includes(`'${rule}'`))).toEqual([])
  })
  it('name every figure and dated value of a trace, and no other', () => {
    const questions = [...INSTRUMENT.questions.keys()]
    const parameters = STANDARDS.standards.parameters.map(({ name }) => name)
    // The only fact that is a question or, from the roster, none.
    const traced = [...FACTS.keys()].filter((fact) => !questions.includes(fact) || fact === 'labor_ability')
    const named = Object.keys(judgementZh.facts)
    expect(named.toSorted()).toEqual([...new Set([...traced, ...parameters])].toSorted())
  })
  it('name every criterion, conclusion, flag, evidence and part', () => {
    const { criteria, conclusions, flags, evidence, waterParts } = judgementZh
    expect(Object.keys(criteria)).toEqual(CRITERIA)
    expect(Object.keys(conclusions)).toEqual(CONCLUSIONS)
    expect(Object.keys(flags)).toEqual([...FLAGS, ...MONITORING])
    expect(Object.keys(evidence)).toEqual(EVIDENCE_KINDS)
    expect(Object.keys(waterParts)).toEqual(WATER_PARTS)
  })
})

describe('sources', () => {
  const { sources, rules } = STANDARDS.sources
  const values = STANDARDS.standards.parameters.flatMap((each) => [...each.values, ...(each.alternatives ?? [])])
  it('are named by a value or a rule, and every name among these is a source', () => {
    const used = [...values.map(({ source }) => source), ...Object.values(rules), STANDARDS.regions.source]
    expect([...new Set(used)].toSorted()).toEqual(sources.map(({ name }) => name).toSorted())
  })
  it('are there for every criterion, flag and monitoring rule', () => {
    expect(Object.keys(rules)).toEqual([...CRITERIA, ...FLAGS, ...MONITORING])
  })
})

/** Every text by its path, with the placeholders it has. */
function placeholders(texts: object, path = ''): Readonly<Record<string, readonly string[]>> {
  return Object.assign(
    {},
    ...Object.entries(texts).map(([name, text]: [string, unknown]) =>
      typeof text === 'string'
        ? { [`${path}${name}`]: [...new Set(text.match(/\{\w+\}/g))].sort() }
        : placeholders(text as object, `${path}${name}.`),
    ),
  ) as Readonly<Record<string, readonly string[]>>
}
