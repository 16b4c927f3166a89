import { describe, expect, it } from 'vitest'
import { computeLedger } from '../../../../src/domain/programmes/assessment/criteria/ledger'
import { createTexts, type Language } from '../../../../src/ui/app/i18n/createTexts'
import { lineSentence, sumSentence, type Sentence } from '../../../../src/ui/interview/ledger/ledgerSentences'
import { aHousehold, aMember } from '../../../builders/aHousehold'
import { aLine, anInterview, type GivenAnswers } from '../../../builders/anInterview'

const THREE = aHousehold({ members: [aMember(), aMember({ id: 'm2' }), aMember({ id: 'm3' })] })

function ledgerOf(lines: readonly GivenAnswers[], household = THREE) {
  return computeLedger(anInterview({ lines, household }))
}

function said({ key, values }: Sentence, language: Language = 'zh-CN'): string {
  return createTexts(language).global.t(key, values)
}

function saidOfLine(given: GivenAnswers, language?: Language): string {
  const [line] = ledgerOf([aLine(9000, given)]).lines
  if (line === undefined) throw new Error('no line')
  return said(lineSentence(line, '养猪'), language)
}

const transfer = { income_kind: 'transfer', income_item: 'allowance' }

describe('the sentence of a line', () => {
  it.each<[GivenAnswers, string]>([
    [{}, '养猪，一年 9,000 元，钱已经到手。'],
    [{ income_state: 'own_consumption' }, '养猪，自家吃用的，一年值 9,000 元。'],
    [{ income_state: 'unsold' }, '养猪，还没卖，大约值 9,000 元，先不算。'],
    [{ income_state: 'expected' }, '养猪，9,000 元，钱还没到手，先不算。'],
    [{ income_state: null }, '养猪，一年 9,000 元，到手没有还没问。'],
    [{ amount_yuan: null }, '养猪，多少钱还没问。'],
    [{ ...transfer, one_off: 'no' }, '养猪，一年 9,000 元，钱已经到手。'],
    [{ ...transfer, one_off: 'yes' }, '养猪，9,000 元，只有这一次，钱已经到手。'],
    [{ ...transfer, income_item: 'relief_gift' }, '养猪，9,000 元，按规定不算收入。'],
    [{ income_kind: 'business_cost', income_item: 'crops_cost', income_state: null }, '养猪花了 9,000 元。'],
  ])('says of %j what it comes to', (given, sentence) => {
    expect(saidOfLine(given)).toBe(sentence)
  })
})

describe('the sentence at the end', () => {
  const cost = { income_kind: 'business_cost', income_item: 'crops_cost', income_state: null }

  it('asks about the sums that the verdict is made of, in whole yuan that are reached', () => {
    expect(said(sumSentence(ledgerOf([aLine(10_999)])))).toBe(
      '全家一年 10,999 元，3 口人，平均每人 3,666 元，对不对？', // 10,999 / 3 = 3,666.33
    )
    const sum = sumSentence(ledgerOf([aLine(11_999.99)]))
    expect(said(sum)).toContain('平均每人 3,999 元') // never 4,000, the line
  })
  it('says that costs are taken off, and when nothing is left of it', () => {
    expect(said(sumSentence(ledgerOf([aLine(9000), aLine(3000, cost)])))).toContain(
      '除去花的，全家一年 6,000 元',
    )
    expect(said(sumSentence(ledgerOf([aLine(9000), aLine(12_000, cost)])))).toBe(
      '全家一年亏了 3,000 元，3 口人，平均每人亏 1,000 元，对不对？',
    )
  })
  it('counts persons rightly in English', () => {
    expect(said(sumSentence(ledgerOf([aLine(9000)])), 'en')).toContain('for 3 persons, 3,000 yuan each')
    const one = aHousehold({ members: [aMember()] })
    expect(said(sumSentence(ledgerOf([aLine(9000)], one)), 'en')).toBe(
      'In all 9,000 yuan over the year for 1 person. Is that right?',
    )
  })
  it('says that nothing is there yet', () => {
    expect(said(sumSentence(ledgerOf([])))).toBe('账上还没有记。')
  })
})
