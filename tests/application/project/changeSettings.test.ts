import { describe, expect, it } from 'vitest'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { STANDARDS } from '../../../src/adapters/resources/standards'
import { PROJECT } from '../../../src/application/roster/adoptRoster'
import { changeSettings } from '../../../src/application/project/changeSettings'
import {
  readSettings,
  settingsValues,
  type ProjectSettings,
} from '../../../src/application/project/ProjectSettings'
import { settingsHistory } from '../../../src/application/project/settingsHistory'
import { standardsVersion } from '../../../src/application/project/standardsVersion'
import { addPerson } from '../../../src/application/store/addPerson'
import { foldChanges } from '../../../src/domain/changes/foldChanges'
import { resolveStandards } from '../../../src/domain/standards/resolveStandards'

const MADE: ProjectSettings = { kind: 'assessment', asOf: '2020-12-31', region: 'west', salt: '00' }
const BY = { person: 'lead', at: '2020-12-31T08:00:00Z', reason: '县里改了基准日' }
const check = (settings: ProjectSettings) => resolveStandards(STANDARDS, settings)

async function aProject() {
  const store = new MemoryStore('test', newReplica())
  await addPerson(store, { id: 'lead', name: 'lead', enteredBy: 'lead', at: BY.at })
  await store.write(
    settingsValues(MADE).map(([path, value]) => {
      return { entity: 'project', entityId: PROJECT, path, value, person: 'lead', at: BY.at }
    }),
  )
  return store
}

describe('changing the settings of a project', () => {
  it('writes what differs, and only that, each with the reason', () => {
    const wanted = {
      ...MADE,
      region: '53',
      incomeWindow: { from: '2019-10', to: '2020-09' },
      chosen: { water_fetch_minutes_max: 30 },
    }
    const planned = changeSettings(MADE, wanted, BY, check)
    expect(planned.ok && planned.value.map(({ path, value, reason }) => [path, value, reason])).toEqual([
      ['settings/region', '53', BY.reason],
      ['settings/income_window', '2019-10:2020-09', BY.reason],
      ['settings/chosen/water_fetch_minutes_max', 30, BY.reason],
    ])
  })

  it.each([
    ['settings_reason_missing', { ...MADE, region: '53' }, '  '],
    ['settings_same', MADE, 'why'],
    ['region_unknown', { ...MADE, region: 'east' }, 'why'],
    ['standard_missing', { ...MADE, asOf: '2022-06-30' }, 'why'],
    ['standard_undocumented', { ...MADE, chosen: { water_fetch_minutes_max: 25 } }, 'why'],
  ])('is refused as %s', (code, wanted, reason) => {
    expect(changeSettings(MADE, wanted, { ...BY, reason }, check)).toMatchObject({
      ok: false,
      problems: [{ code }],
    })
  })

  it('reads back as wanted, and back to the default when the choice is withdrawn', async () => {
    const store = await aProject()
    const chosen = { ...MADE, kind: 'census' as const, chosen: { school_entry_age: 7 } }
    for (const [from, to] of [
      [MADE, chosen],
      [chosen, MADE],
    ] as const) {
      const planned = changeSettings(from, to, BY, check)
      expect(planned.ok && (await store.write(planned.value)).ok).toBe(true)
      expect(readSettings(foldChanges(await store.changesOf('project', PROJECT)))).toEqual(to)
    }
  })

  it('is listed newest first with old value, new value and reason; the creation of the project is not', async () => {
    const store = await aProject()
    expect(settingsHistory(await store.changesOfProject())).toEqual([])
    const wanted = { ...MADE, region: '53', chosen: { water_short_days_max: 18 } }
    const planned = changeSettings(MADE, wanted, BY, check)
    if (planned.ok) await store.write(planned.value)
    const told = settingsHistory(await store.changesOfProject())
    expect(told.map(({ about, old, change }) => [about, old?.value, change.value, change.reason])).toEqual([
      [{ kind: 'standard', parameter: 'water_short_days_max' }, undefined, 18, BY.reason],
      [{ kind: 'setting', name: 'region' }, 'west', '53', BY.reason],
    ])
  })
})

describe('the version of the standards that summaries depend on', () => {
  it('differs when a value is chosen, and not by the order of choosing', () => {
    const version = (chosen: Readonly<Record<string, number>>) =>
      standardsVersion('2020', { ...MADE, chosen })
    expect(version({ a: 1 })).not.toBe(standardsVersion('2020', MADE))
    expect(version({ a: 1, b: 2 })).toBe(version({ b: 2, a: 1 }))
  })

  it('names the months of a default window', () => {
    const { incomeWindow: _, ...onDefault } = { ...MADE, asOf: '2020-12-31' }
    const chosen = { ...onDefault, incomeWindow: { from: '2020-01', to: '2020-12' } }
    expect(standardsVersion('2020', onDefault)).toBe(standardsVersion('2020', chosen))
  })
})
