import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/adapters/crypto/digest'
import { frameOf } from '../../../src/application/sampling/frameOf'
import { frameRecord, makeSample } from '../../../src/application/sampling/makeSample'
import { parseSampleLogText } from '../../../src/application/sampling/parseSampleLog'
import { replaySample } from '../../../src/application/sampling/replaySample'
import { sampleLogText } from '../../../src/application/sampling/sampleLogText'
import type { SampleLog } from '../../../src/application/sampling/SampleLog'
import type { RosterHousehold } from '../../../src/domain/roster/Roster'
import { aPlan } from '../../builders/aFrame'
import { aHousehold } from '../../builders/aHousehold'

const PORTS = { digest, salt: 'salt' }
const LIST = Array.from({ length: 30 }, (_, index) => aHousehold({ id: `53996000${index + 10}` }))

function logOf(households: readonly RosterHousehold[]): SampleLog {
  const made = makeSample(frameOf(households), aPlan(), PORTS)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.log
}

function parsed(change: (log: Record<string, unknown>) => object) {
  const log = JSON.parse(sampleLogText(logOf(LIST))) as Record<string, unknown>
  const result = parseSampleLogText(JSON.stringify(change(log)), 'log.json')
  const [problem] = result.ok ? [] : result.problems
  return problem === undefined ? null : [problem.code, problem.details?.['field'], problem.place.file]
}

describe('a frame', () => {
  it('has the hash that the documented text gives', () => {
    const text =
      '["a","测县/甲乡","测县/甲乡/石村","exited",false]\n["b","测县/甲乡","测县/甲乡/石村","unknown",true]'
    const list = [aHousehold({ id: 'b', status: null, mark: 'marginal' }), aHousehold({ id: 'a' })]
    expect(frameRecord(frameOf(list), PORTS)).toEqual({ hash: digest(text), households: 2, salt: null })
  })
  it('changes with a status or a village, and not with a name or an order', () => {
    const hash = frameRecord(frameOf(LIST), PORTS).hash
    const [first, ...others] = LIST as [RosterHousehold, ...RosterHousehold[]]
    expect(frameRecord(frameOf([...others, { ...first, headName: '改名' }]), PORTS).hash).toBe(hash)
    expect(frameRecord(frameOf([...others, { ...first, status: 'poor' }]), PORTS).hash).not.toBe(hash)
    expect(frameRecord(frameOf([...others, { ...first, village: '坪村' }]), PORTS).hash).not.toBe(hash)
  })
  it('records the salt only where keys were made with it', () => {
    const made = aHousehold({ id: `h-${'0'.repeat(32)}` })
    expect(frameRecord(frameOf([...LIST, made]), PORTS).salt).toBe('salt')
  })
})

describe('a log', () => {
  it('is the same after it was written and read', () => {
    const log = logOf(LIST)
    expect(parseSampleLogText(`\uFEFF${sampleLogText(log)}`, 'log.json')).toEqual({ ok: true, value: log })
  })
  it('draws the same from the same list in another order', () => {
    const log = logOf(LIST)
    expect(replaySample(log, frameOf(LIST.toReversed()), PORTS)).toEqual({ ok: true, value: log })
  })
  it('is refused with the field at fault', () => {
    expect(parsed((log) => log)).toBeNull()
    expect(parsed((log) => ({ ...log, note: '' }))).toEqual(['sample_log_unreadable', 'note', 'log.json'])
    expect(parsed((log) => ({ ...log, plan: { ...(log['plan'] as object), reserve: 'x' } }))).toEqual([
      'sample_log_unreadable',
      'plan.reserve',
      'log.json',
    ])
    expect(parsed((log) => ({ ...log, generator: 'mt19937' }))).toEqual([
      'sample_log_version_unknown',
      'generator',
      'log.json',
    ])
    expect(parsed(() => [])).toEqual(['sample_log_unreadable', 'format', 'log.json'])
  })
  it('in which another household was put draws nothing', () => {
    const log = logOf(LIST)
    const [stratum] = log.result.strata
    const drawn = [...(stratum?.reserves ?? []).slice(0, 1), ...(stratum?.drawn.slice(1) ?? [])]
    const forged = { ...log, result: { ...log.result, strata: [{ ...stratum, drawn }] } } as SampleLog
    expect(replaySample(forged, frameOf(LIST), PORTS)).toMatchObject({
      ok: false,
      problems: [{ code: 'sample_replay_differs' }],
    })
  })
  it('whose list has another household draws nothing', () => {
    const replayed = replaySample(logOf(LIST), frameOf([...LIST, aHousehold({ id: 'x' })]), PORTS)
    expect(replayed).toMatchObject({
      ok: false,
      problems: [{ code: 'sample_frame_differs', details: { recorded: 30, found: 31 } }],
    })
  })
})
