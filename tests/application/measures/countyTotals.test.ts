import { beforeEach, describe, expect, it } from 'vitest'
import { countyFactsOf, recordTotals } from '../../../src/application/measures/countyTotals'
import { decideReading, readingResults } from '../../../src/application/measures/decideReading'
import { parseTotals, parseTotalsText } from '../../../src/application/measures/parseTotals'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { aMemoryProject, AUTHOR } from '../../builders/aMemoryProject'

const TOTALS = {
  ruralRegistered: 10_000,
  exited: 2_000,
  poor: 100,
  unregistered: 7_800,
  sampledVillagesUnregistered: 500,
  source: '县统计局2020年报',
}
const NOBODY = { exited: 0, poor: 0, unregistered: 0 }

function codes(input: unknown): readonly string[] {
  const parsed = parseTotals(input, 'totals.json')
  return parsed.ok ? [] : parsed.problems.map(({ code, details }) => `${code} ${details?.['field']}`)
}

describe('the county’s totals', () => {
  let store: ProjectStore
  beforeEach(async () => {
    store = await aMemoryProject([], [])
  })
  it('are read back as they were recorded, with the reading that decides', async () => {
    await recordTotals(store, TOTALS, NOBODY, AUTHOR)
    await decideReading(store, 'sampled_villages', readingResults([], 0), { ...AUTHOR, reason: '省里的办法' })
    expect(await countyFactsOf(store)).toEqual({ totals: TOTALS, reading: 'sampled_villages' })
  })
  it('are refused when the sample contradicts them', async () => {
    const refused = await recordTotals(store, TOTALS, { ...NOBODY, exited: 2_001 }, AUTHOR)
    expect(refused).toMatchObject({ problems: [{ code: 'totals_below_sample' }] })
    expect((await countyFactsOf(store)).totals).toBe(null)
  })
})

describe('a file of totals', () => {
  it('may leave out the persons of the sampled villages', () => {
    const { sampledVillagesUnregistered: _, ...rest } = TOTALS
    expect(parseTotals(rest)).toEqual({ ok: true, value: { ...rest, sampledVillagesUnregistered: null } })
  })
  it.each<[object, string]>([
    [{ exited: -1 }, 'totals_value_invalid exited'],
    [{ exited: '2000' }, 'totals_value_invalid exited'],
    [{ exited: 1.5 }, 'totals_value_invalid exited'],
    [{ exited: null }, 'totals_value_invalid exited'],
    [{ ruralRegistered: 0 }, 'totals_value_invalid ruralRegistered'],
    [{ exited: undefined }, 'totals_value_missing exited'],
    [{ source: ' ' }, 'totals_source_missing source'],
    [{ source: undefined }, 'totals_source_missing source'],
    [{ rural: 5 }, 'totals_field_unknown rural'],
  ])('with %j is refused: %s', (given, told) => {
    expect(codes(JSON.parse(JSON.stringify({ ...TOTALS, ...given })))).toEqual([told])
  })
  it.each(['[1]', 'null', '{'])('that is %s is refused', (text) => {
    expect(parseTotalsText(text, 'totals.json')).toMatchObject({ problems: [{ code: 'totals_unreadable' }] })
  })
})
