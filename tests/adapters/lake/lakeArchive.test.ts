import { unzipSync } from 'fflate'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyedHash } from '../../../src/adapters/crypto/keyedHash'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { FolderStore } from '../../../src/adapters/folder/FolderStore'
import { projectIn } from '../../../src/adapters/folder/projectIn'
import { lakeArchive, type LakeArchive } from '../../../src/adapters/lake/lakeArchive'
import { lakeTables } from '../../../src/adapters/lake/lakeTables'
import { AREA_FORMS } from '../../../src/adapters/resources/areaForms'
import { censusTables, lakeCodedTables, tablesEdition } from '../../../src/adapters/resources/censusTables'
import { rulesOf } from '../../../src/adapters/resources/rulesOf'
import { draftProjectFact, PROJECT_FACTS } from '../../../src/application/facts/projectFacts'
import { fillFromStore } from '../../../src/application/lake/fillFromStore'
import { fillLake } from '../../../src/application/lake/fillLake'
import { lakeFacts } from '../../../src/application/lake/lakeFacts'
import { lakeInputsOf } from '../../../src/application/lake/LakeInputs'
import { lakeKeys } from '../../../src/application/lake/lakeKeys'
import { parseManifest, type LakeManifest } from '../../../src/application/lake/LakeManifest'
import type { LakeRequest } from '../../../src/application/lake/LakeRequest'
import { lakeSchema } from '../../../src/application/lake/lakeSchema'
import { manifestOf } from '../../../src/application/lake/manifestOf'
import { recordsOf } from '../../../src/application/practice/practiceCounty'
import { currentRules } from '../../../src/application/project/openProject'
import type { ProjectSettings } from '../../../src/application/project/ProjectSettings'
import { TERMINAL_SALT } from '../../../src/application/project/terminalSalt'
import { villageOf } from '../../../src/application/roster/adoptRoster'
import { projectSampleOf } from '../../../src/application/sampling/projectSample'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { villageWork, type VillageWork } from '../../../src/application/workbook/villageWork'
import { CENSUS_INSTRUMENT, practiceCensus } from '../../../src/cli/practiceCensus'
import { COUNTY_AREA } from '../../../src/domain/programmes/census/areaNames'
import { aHousehold } from '../../builders/aHousehold'
import { AUTHOR, aMemoryProject } from '../../builders/aMemoryProject'
import { FILLED_COUNTY, FILLED_VILLAGE } from '../../builders/areaAnswers'
import { lakeReader, type LakeReader } from '../../builders/lakeReader'
import { runYihu } from '../../cli/runYihu'

const BEGUN = '2021-01-01T00:00:00.000Z'
const SECRET = 'the secret of the province'
const CENSUS: ProjectSettings = { kind: 'census', asOf: '2020-12-31', region: 'west', salt: 'its own salt' }
const HOUSEHOLDS = 50

let folder = ''
const at = (...names: readonly string[]): string => join(folder, ...names)

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'yihu-lake-zip-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function requestOf(
  store: ProjectStore,
  settings: ProjectSettings,
  asked: Partial<LakeRequest> = {},
): Promise<LakeRequest> {
  const inputs = await lakeInputsOf(store, settings.kind)
  const sample = (await projectSampleOf(store))?.log ?? null
  return { settings, inputs, sample, matchSalt: SECRET, fullIds: null, begun: BEGUN, ...asked }
}

function begun(request: LakeRequest): LakeArchive {
  const archive = lakeArchive(request)
  if (!archive.ok) throw new Error(JSON.stringify(archive.problems))
  return archive.value
}

/** The files of an archive made of a store as the window does it. `told`: what the worker is handed of some households. */
async function archiveOf(
  store: ProjectStore,
  request: LakeRequest,
  told: (work: VillageWork) => VillageWork = (work) => work,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const archive = begun(structuredClone(request))
  for await (const work of villageWork(store, 'tester')) archive.take(structuredClone(told(work)))
  const made = archive.done()
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return new Map(Object.entries(unzipSync(made.value)))
}

function manifestIn(files: ReadonlyMap<string, Uint8Array>): LakeManifest {
  const [path = ''] = [...files.keys()].filter((name) => name.startsWith('manifests/'))
  const manifest = parseManifest(JSON.parse(new TextDecoder().decode(files.get(path))))
  if (manifest === null) throw new Error('no manifest of this version')
  return manifest
}

/** Unpacks an archive into a folder of its own and reads it as anybody may. */
async function reading<T>(
  files: ReadonlyMap<string, Uint8Array>,
  use: (lake: LakeReader) => Promise<T>,
): Promise<T> {
  const dir = await mkdtemp(at('lake-'))
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), bytes)
  }
  const lake = await lakeReader(dir)
  try {
    return await use(lake)
  } finally {
    lake.close()
  }
}

/** A stored census with the forms of the county and of one village. */
async function aStoredCensus(): Promise<ProjectStore> {
  const county = [...practiceCensus({ households: HOUSEHOLDS, seed: 3, hash: keyedHash('salt') })]
  const households = county.map(({ household }) => household)
  const records = county.flatMap((each) => recordsOf(each, CENSUS_INSTRUMENT))
  const store = await aMemoryProject(households, records, CENSUS_INSTRUMENT.data.version)
  const [first] = households
  if (first === undefined) throw new Error('a county without households')
  const areas = [
    [COUNTY_AREA, FILLED_COUNTY],
    [villageOf(first), FILLED_VILLAGE],
  ] as const
  const drafts = areas.flatMap(([area, answers]) =>
    Object.entries(answers).map(([question, value]) =>
      draftProjectFact(PROJECT_FACTS.ofArea, [area, question], value, AUTHOR),
    ),
  )
  const written = await store.write(drafts)
  if (!written.ok) throw new Error(JSON.stringify(written.problems))
  return store
}

/** The manifest that the terminal's export writes of a store. */
async function terminalManifest(store: ProjectStore, settings: ProjectSettings): Promise<LakeManifest> {
  const rules = rulesOf(settings)
  if (!rules.ok) throw new Error(JSON.stringify(rules.problems))
  const tables = lakeTables(lakeSchema(lakeCodedTables()))
  const keys = lakeKeys(settings.salt, SECRET, keyedHash)
  const terms = { kind: settings.kind, rules: rules.value, keys, isSampled: false, isFull: false }
  const filling = fillLake({ ...terms, begun: BEGUN }, tables.take)
  const counting = { tablesOf: censusTables, areaForms: AREA_FORMS }
  const county = await fillFromStore(store, rules.value, filling, counting)
  const origin = { salt: settings.salt, sample: null, fullIds: null, tables: tablesEdition() }
  const facts = lakeFacts({ ...terms, begun: BEGUN }, county, origin)
  if (!facts.ok) throw new Error(JSON.stringify(facts.problems))
  return manifestOf(facts.value, tables.done())
}

const timeless = (manifest: LakeManifest): LakeManifest => ({ ...manifest, writtenAt: '' })

describe('lakeArchive', () => {
  it('is of an assessment what the terminal writes of the same records', { timeout: 240_000 }, async () => {
    await runYihu('practice', '--households', '60', '--seed', '1', '--team', '2', '--out', at('county'))
    const packages = ['assessor-1.yihu', 'assessor-2.yihu'].map((name) => at('county', name))
    await runYihu('merge', ...packages, '--key', at('county', 'lead.key'), '--into', at('merged'))
    await writeFile(at('secret.txt'), SECRET)
    const words = ['--format', 'parquet', '--into', at('written'), '--match-salt', at('secret.txt')]
    const ran = await runYihu('export', '--from', at('merged'), ...words)
    expect(ran.code, ran.stderr).toBe(0)
    const written = await readdir(at('written'), { recursive: true, withFileTypes: true })
    const paths = written.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
    const names = paths.map((path) => path.slice(at('written').length + 1).replaceAll('\\', '/'))

    const opened = await FolderStore.open(at('merged'), (await projectIn(at('merged'))) ?? '', newReplica())
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
    const store = opened.value
    try {
      const current = await currentRules(store, '', rulesOf)
      if (!current.ok) throw new Error(JSON.stringify(current.problems))
      const files = await archiveOf(
        store,
        await requestOf(store, current.value.settings, { begun: new Date().toISOString() }),
      )
      expect([...files.keys()].toSorted()).toEqual(names.toSorted())
      const manifest = manifestIn(files)
      const [path = ''] = paths.filter((each) => each.endsWith('.json'))
      const terminal = parseManifest(JSON.parse(await readFile(path, 'utf8')))
      expect(timeless(manifest)).toEqual(terminal && timeless(terminal))
      expect(manifest.matching).not.toBeNull()
      const households = await reading(files, (lake) => lake.count('households'))
      expect(households).toBe(manifest.files.households?.rows)
      expect(households).toBeGreaterThan(50)
    } finally {
      await store.close()
    }
  })

  it('is of a census what the terminal writes, areas and amounts with it', { timeout: 60_000 }, async () => {
    const store = await aStoredCensus()
    const files = await archiveOf(store, await requestOf(store, CENSUS))
    const manifest = manifestIn(files)
    expect(manifest).toEqual(await terminalManifest(store, CENSUS))
    expect([...files.keys()].at(-1)).toMatch(/^manifests\//)
    await reading(files, async (lake) => {
      expect(await lake.count('households')).toBe(HOUSEHOLDS)
      expect(await lake.count('amounts')).toBeGreaterThan(0)
      const [coded] = await lake.rows(
        'select count(*)::int as n from {members} where t_insurance > 1 and weight = 1',
      )
      expect(coded?.['n']).toBeGreaterThan(HOUSEHOLDS)
    })
  })

  it('has names and numbers where they were asked for, and says who asked', { timeout: 60_000 }, async () => {
    const store = await aStoredCensus()
    const asked = { by: '李站长', why: '与户籍核对', at: BEGUN }
    const files = await archiveOf(store, await requestOf(store, CENSUS, { fullIds: asked }))
    expect(manifestIn(files).fullIds).toEqual(asked)
    const named = 'select count(*)::int as n from {identities} where id_number is not null'
    const [found] = await reading(files, (lake) => lake.rows(named))
    expect(found?.['n']).toBeGreaterThan(HOUSEHOLDS)
    const without = await archiveOf(store, await requestOf(store, CENSUS))
    expect([...without.keys()].filter((name) => name.startsWith('identities/'))).toEqual([])
  })

  it('keeps the place of a household that is hidden from who exports, and none of its answers', async () => {
    const store = await aStoredCensus()
    let hidden = 0
    const files = await archiveOf(store, await requestOf(store, CENSUS), (work) =>
      work.map((each, index) => {
        if (index > 0) return each
        hidden++
        return { ...each, changes: [], isHidden: true }
      }),
    )
    expect(hidden).toBeGreaterThan(0)
    await reading(files, async (lake) => {
      expect(await lake.count('households')).toBe(HOUSEHOLDS)
      const told = "select household from {answers} where missing = 'hidden' group by 1"
      expect(await lake.rows(told)).toHaveLength(hidden)
      const said = `select * from {answers} where household in (${told}) and missing is distinct from 'hidden'`
      expect(await lake.rows(said)).toEqual([])
    })
  })

  it('refuses a salt that everybody knows, unless there is a secret', async () => {
    const store = await aMemoryProject([aHousehold()], [], CENSUS_INSTRUMENT.data.version)
    const settings = { ...CENSUS, salt: TERMINAL_SALT }
    const open = lakeArchive(await requestOf(store, settings, { matchSalt: null }))
    expect(open).toMatchObject({ ok: false, problems: [{ code: 'lake_salt_public' }] })
    expect(lakeArchive(await requestOf(store, settings)).ok).toBe(true)
  })

  it('refuses a list of two counties', async () => {
    const households = [aHousehold({ id: 'one', county: '甲县' }), aHousehold({ id: 'two', county: '乙县' })]
    const store = await aMemoryProject(households, [], CENSUS_INSTRUMENT.data.version)
    const archive = begun(await requestOf(store, CENSUS))
    for await (const work of villageWork(store, 'tester')) archive.take(work)
    expect(archive.done()).toMatchObject({ ok: false, problems: [{ code: 'lake_several_counties' }] })
  })
})
