import { beforeAll, describe, expect, it } from 'vitest'
import type { TakenReview } from '../../src/application/workbook/review/TakenReview'
import { aCensusWorkbook } from '../builders/aCensusWorkbook'
import { bytesOf, takenFrom } from '../builders/aReturnedCensus'
import { asWps } from './asWps'
import { describeWithOffice } from './describeWhere'
import { convertByOffice } from './soffice'
import { withProposals } from './withProposals'

let made: Awaited<ReturnType<typeof aCensusWorkbook>>
let filled = new Uint8Array()

beforeAll(async () => {
  made = await aCensusWorkbook({ households: 30 })
  const [{ id } = { id: '' }] = made.listed
  const typed = { household: id, question: 'bedding', value: '不够', reason: '入户看过', by: '张三' }
  filled = new Uint8Array(withProposals(await bytesOf(made), [typed]))
})

function essence({ questions, outdated, ignored, problems }: TakenReview) {
  return { questions, outdated, ignored, problems }
}

describe('a census workbook that was filled in', () => {
  it('comes back the same from WPS', async () => {
    const found = essence(await takenFrom(filled, made))
    expect(found).toMatchObject({ questions: [{ path: 'bedding' }], outdated: [], ignored: [], problems: [] })
    expect(essence(await takenFrom(asWps(filled), made))).toEqual(found)
  })
})

describeWithOffice('a census workbook that LibreOffice saved', () => {
  it('comes back the same', async () => {
    const saved = await convertByOffice(filled, 'xlsx')
    expect(essence(await takenFrom(saved, made))).toEqual(essence(await takenFrom(filled, made)))
  })
})
