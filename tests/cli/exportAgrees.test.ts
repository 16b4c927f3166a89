import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyedHash } from '../../src/adapters/crypto/keyedHash'
import { readSheets } from '../../src/adapters/excel/readSheets'
import { rosterVocabulary } from '../../src/adapters/resources/rosterVocabulary'
import { digest } from '../../src/adapters/crypto/digest'
import { newReplica } from '../../src/adapters/crypto/newReplica'
import { FolderStore } from '../../src/adapters/folder/FolderStore'
import { projectIn } from '../../src/adapters/folder/projectIn'
import { CURRENT_INSTRUMENT } from '../../src/adapters/resources/instruments'
import { rulesOf } from '../../src/adapters/resources/rulesOf'
import { adoptRoster, PROJECT } from '../../src/application/roster/adoptRoster'
import { importRoster } from '../../src/application/roster/importRoster'
import { assessHousehold, type AssessmentRules } from '../../src/application/assess/assessHousehold'
import { assessProject } from '../../src/application/assess/assessProject'
import { confirmationDraft } from '../../src/application/determination/confirmDetermination'
import { secondPeopleOf } from '../../src/application/team/roll/secondPerson'
import { othersThan } from '../../src/domain/team/SecondPeople'
import { determine, namedDraft } from '../../src/application/determination/determine'
import { SECOND_LOOK, secondLookValue } from '../../src/domain/programmes/assessment/determination/SecondLook'
import { addFoundHousehold } from '../../src/application/households/addFoundHousehold'
import { moveMember } from '../../src/application/households/moveMember'
import { splitHousehold } from '../../src/application/households/splitHousehold'
import { projectHouseholds } from '../../src/application/households/projectHouseholds'
import { decideReading, readingResults } from '../../src/application/measures/decideReading'
import { recordTotals } from '../../src/application/measures/countyTotals'
import { currentRules } from '../../src/application/project/openProject'
import { frameOf } from '../../src/application/sampling/frameOf'
import { makeSample } from '../../src/application/sampling/makeSample'
import { recordSample } from '../../src/application/sampling/recordSample'
import { fieldworkPath } from '../../src/application/households/fieldworkOf'
import { BEGUN } from '../../src/domain/interview/bookkeeping'
import { chosenPath } from '../../src/domain/interview/chosenCopy'
import type { RosterHousehold } from '../../src/domain/roster/Roster'
import type { Result } from '../../src/domain/shared/Result'
import { runYihu } from './runYihu'

const BY = { person: '练习组长', at: '2020-12-20T08:00:00Z' }
const TOTALS = {
  ruralRegistered: 100_000,
  exited: 19_000,
  poor: 500,
  unregistered: 80_000,
  sampledVillagesUnregistered: 900,
  source: '县统计局',
}

interface Figures {
  readonly households: readonly {
    id: string
    conclusion: string
    criteria: Record<string, { result: string }>
  }[]
  readonly measures: readonly { weighted: { value: number | null } | null; value: number | null }[]
  readonly verdict: unknown
  readonly villages: unknown
  readonly indicators: unknown
}

let county = ''
const at = (name: string): string => join(county, name)
let exported: Figures
let assessed: Figures
/** Of the same project before its sample was drawn. */
let undrawn: { readonly exported: Figures; readonly assessed: Figures }
let salt = ''
let standing = ''

/** A project as the window's use cases leave it: a sample with a replacement, a decision, totals, an interview set aside. */
beforeAll(async () => {
  county = await mkdtemp(join(tmpdir(), 'yihu-agrees-'))
  await runYihu('practice', '--households', '60', '--seed', '7', '--team', '2', '--out', county)
  const packages = [at('assessor-1.yihu'), at('assessor-2.yihu')]
  await runYihu('merge', ...packages, '--key', at('lead.key'), '--into', at('merged'))
  undrawn = await exportAndAssess('--answers', at('undrawn.jsonl'))
  await workOn(at('merged'))
  const words = ['--answers', at('a.jsonl'), '--determinations', at('d.jsonl'), '--totals', at('t.json')]
  const sample = ['--sample', at('s.json'), '--fieldwork', at('f.json')]
  ;({ exported, assessed } = await exportAndAssess(...words, ...sample))
}, 180_000)

/** The result of the export, and the assessment of the files that it wrote. */
async function exportAndAssess(...files: readonly string[]) {
  const given = await runYihu('export', '--from', at('merged'), ...files, '--json')
  expect([given.code, given.stderr.includes('export_')]).toEqual([0, false])
  const told = /^yihu assess (.*)$/m.exec(given.stderr)?.[1]?.split(' ') ?? []
  const again = await runYihu('assess', '--roster', at('roster.xlsx'), ...files, ...told, '--json')
  expect([again.code, again.code === 0 ? '' : again.stderr]).toEqual([0, ''])
  return { exported: JSON.parse(given.stdout) as Figures, assessed: JSON.parse(again.stdout) as Figures }
}

afterAll(() => rm(county, { recursive: true, force: true }))

describe('an export of the window’s project and an assessment of what it wrote', () => {
  it('give the same verdict of every household', () => {
    const verdicts = ({ households }: Figures) =>
      households.map(({ id, conclusion, criteria }) => [
        id,
        conclusion,
        ...Object.entries(criteria).map(([name, { result }]) => `${name} ${result}`),
      ])
    expect(verdicts(assessed)).toEqual(verdicts(exported))
    expect(exported.households.some(({ conclusion }) => conclusion === 'suspected_wrong_exit')).toBe(true)
  })
  it('give the same figures, weighted and not, and the same verdict of the county', () => {
    const figures = ({ measures, verdict, villages, indicators }: Figures) => ({
      measures,
      verdict,
      villages,
      indicators,
    })
    expect(figures(assessed)).toEqual(figures(exported))
    expect(
      exported.measures.some(({ weighted, value }) => weighted !== null && weighted.value !== value),
    ).toBe(true)
  })
  it('give the same result for a list from which nothing was drawn', () => {
    const verdicts = ({ households }: Figures) => households.map(({ id, conclusion }) => [id, conclusion])
    expect(verdicts(undrawn.assessed)).toEqual(verdicts(undrawn.exported))
    expect(undrawn.assessed.measures).toEqual(undrawn.exported.measures)
  })
  it('leave out the interview that was set aside', async () => {
    expect(await readFile(at('a.jsonl'), 'utf8')).not.toContain('SET-ASIDE')
  })
  it('include households found, split and with members moved', async () => {
    const { found, moves } = JSON.parse(await readFile(at('f.json'), 'utf8')) as {
      found: readonly { household: { id: string } }[]
      moves: readonly unknown[]
    }
    expect([found.map(({ household }) => household.id).sort(), moves.length]).toEqual([
      ['f-new', 'f-split'],
      2,
    ])
    const judged = new Map(assessed.households.map(({ id, conclusion }) => [id, conclusion]))
    expect(judged.get('f-new')).not.toBe('not_interviewed')
    expect(judged.get('f-split')).toBe('not_interviewed')
  })
  it('include a cleared suspicion that a second person keeps', () => {
    const found = exported.households.find(({ id }) => id === standing)
    expect(found?.conclusion).toBe('suspected_wrong_exit')
  })
  it('give the salt of the project, in the words and in the log', async () => {
    const log = JSON.parse(await readFile(at('s.json'), 'utf8')) as { frame: { salt: string } }
    expect(log.frame.salt).toBe(salt)
  })
})

async function workOn(folder: string): Promise<void> {
  const opened = await FolderStore.open(folder, (await projectIn(folder)) ?? '', newReplica())
  const store = sound(opened)
  const { rules, settings } = sound(await currentRules(store, '县', rulesOf))
  salt = settings.salt
  sound(await store.write([{ entity: 'person', entityId: BY.person, path: 'name', value: BY.person, ...BY }]))
  // The list as the window reads it, by the project's own salt.
  const files = [{ name: 'roster.xlsx', bytes: await readFile(at('roster.xlsx')) }]
  const list = importRoster(
    { files, salt, choices: [] },
    { readSheets, vocabulary: rosterVocabulary, keyedHash },
  )
  sound(await adoptRoster(store, list.households, BY))
  const households: RosterHousehold[] = []
  for await (const ofVillage of projectHouseholds(store))
    households.push(...ofVillage.map((each) => each.household))
  const plan = {
    seed: '某县2020',
    design: 'stratified',
    place: 'village',
    size: { by: 'number', households: 40 },
    villages: null,
    types: ['exited', 'poor', 'unregistered'],
    supervised: [],
    marked: { households: [], rate: 1 },
    visited: { households: [], rate: 1 },
    reserve: 0.3,
  } as const
  const { log } = sound(makeSample(frameOf(households), plan, { digest, salt }))
  sound(await recordSample(store, log, BY))
  const stratum = log.result.strata.find(({ reserves }) => reserves.length > 0)
  const [replaced, replacement] = [stratum?.drawn[0] ?? '', stratum?.reserves[0] ?? '']
  sound(
    await store.write([
      { entity: 'household', entityId: replaced, path: 'replaced_by', value: replacement, ...BY },
      { entity: 'project', entityId: PROJECT, path: fieldworkPath(replaced), value: true, ...BY },
    ]),
  )
  for await (const { household, judgement } of assessProject(store, rules)) {
    if (judgement.conclusion !== 'suspected_wrong_exit') continue
    const { id, status } = household
    const request = { household: id, status, conclusion: judgement.conclusion, reason: '核查过' }
    const decision = sound(await determine(store, { ...request, determination: 'wrong_exit' }, BY))
    const [person = ''] = othersThan([BY.person], (await secondPeopleOf(store)).names)
    const confirmed = { id: decision.id, question: 'suspicion' } as const
    sound(await store.write([confirmationDraft(id, confirmed, 'passcode', { person, at: BY.at })]))
    await setAside(store, id)
    break
  }
  await fieldwork(store, households)
  await clearAndReject(store, rules)
  sound(await recordTotals(store, TOTALS, { exited: 0, poor: 0, unregistered: 0 }, BY))
  sound(await decideReading(store, 'interviewed', readingResults([], 0), { ...BY, reason: '文件' }))
  await store.close()
}

/** A household that the list lacks, interviewed as a neighbour was; one split in two; and a member who lives elsewhere. */
async function fieldwork(store: FolderStore, households: readonly RosterHousehold[]): Promise<void> {
  const said = await store.changesOfHouseholds(households.map(({ id }) => id))
  const neighbour = households.find(
    ({ id, status }) =>
      status === 'unregistered' &&
      said.get(id)?.some(({ path, value }) => path === 'visit_outcome' && value === 'completed'),
  ) as RosterHousehold
  const fresh = { headName: '周新', status: 'unregistered', place: neighbour } as const
  const id = sound(await addFoundHousehold(store, fresh, 'new', BY))
  const answers = (said.get(neighbour.id) ?? []).filter(
    ({ entityId, path }) => entityId.includes('/first/') && !/^(members\/|lines\/|respondent$)/.test(path),
  )
  sound(
    await store.write(
      answers.map(({ entity, path, value, evidence }) => ({
        ...{ entity, entityId: `${id}/first/new`, path, value, ...BY },
        ...(evidence !== undefined && { evidence }),
      })),
    ),
  )
  const [large, other] = households.filter(({ members }) => members.length > 2)
  const [left, moved] = [large?.members.at(-1), other?.members.at(-1)]
  if (large === undefined || other === undefined || left === undefined || moved === undefined)
    throw new Error('the practice county has large households')
  const members = [{ from: large.id, member: left.id }]
  sound(await splitHousehold(store, { household: large, members }, 'split', BY))
  sound(await moveMember(store, { from: other.id, member: moved.id, to: neighbour.id }, BY))
  // Where he lives now, and where the list has him, he was the one who answered.
  for (const household of [neighbour.id, other.id]) {
    const entityId = said.get(household)?.find((each) => each.entityId.includes('/first/'))?.entityId
    if (entityId === undefined) continue
    const answer = { path: 'respondent', value: moved.id, evidence: 'observed' as const, ...BY }
    sound(await store.write([{ entity: 'interview', entityId, ...answer }]))
  }
}

/** A verification clears a suspicion that rests on the house, and a second person does not agree. */
async function clearAndReject(store: FolderStore, rules: AssessmentRules): Promise<void> {
  for await (const { household, judgement } of assessProject(store, rules)) {
    const { id } = household
    const unmet = Object.entries(judgement.criteria ?? {}).filter(([, { result }]) => result === 'unmet')
    if (judgement.conclusion !== 'suspected_wrong_exit' || unmet.map(([name]) => name).join() !== 'housing')
      continue
    const round = { entity: 'interview', entityId: `${id}/verification/v`, ...BY } as const
    sound(
      await store.write([
        { ...round, path: BEGUN, value: CURRENT_INSTRUMENT },
        { ...round, path: 'house_basis', value: 'repaired', evidence: 'document' },
        { ...round, path: 'lives_in_safe_house', value: 'all', evidence: 'observed' },
        { ...round, path: 'observed_house', value: 'looks_safe', evidence: 'observed' },
      ]),
    )
    const changes = (await store.changesOfHouseholds([id])).get(id) ?? []
    const { cleared } = assessHousehold(household, changes, rules)
    if (cleared === null) throw new Error('the verification clears it')
    const [person = ''] = othersThan(cleared.people, (await secondPeopleOf(store)).names)
    const author = { person, at: BY.at }
    const value = secondLookValue({ agrees: false, of: cleared.change, how: 'passcode' })
    const look = {
      entity: 'household',
      entityId: id,
      path: SECOND_LOOK,
      value,
      reason: '照片对不上',
    } as const
    sound(await store.write([{ ...look, ...author }, namedDraft(id, author)]))
    standing = id
    return
  }
  throw new Error('the practice county has a house that is not safe')
}

/** A second interview of the first round, begun on another laptop; the first one is chosen. */
async function setAside(store: FolderStore, household: string): Promise<void> {
  const changes = (await store.changesOfHouseholds([household])).get(household) ?? []
  const counting = changes.find(
    ({ entity, entityId }) => entity === 'interview' && entityId.includes('/first/'),
  )
  const copy = { entity: 'interview', entityId: `${household}/first/SET-ASIDE`, ...BY } as const
  sound(
    await store.write([
      { ...copy, path: BEGUN, value: CURRENT_INSTRUMENT },
      { ...copy, path: 'visit_outcome', value: 'refused', evidence: 'observed' },
      { ...copy, path: 'visit_notes', value: 'SET-ASIDE', evidence: 'respondent' },
      {
        entity: 'household',
        entityId: household,
        path: chosenPath('first'),
        value: counting?.entityId ?? '',
        ...BY,
      },
    ]),
  )
}

function sound<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
