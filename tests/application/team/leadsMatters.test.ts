import { beforeAll, describe, expect, it } from 'vitest'
import { TEAM_PORT } from '../../../src/adapters/package/teamPort'
import { textsOf } from '../../../src/adapters/resources/texts'
import { adoptRoster } from '../../../src/application/roster/adoptRoster'
import { determine } from '../../../src/application/determination/determine'
import { recordRebuttal } from '../../../src/application/determination/recordRebuttal'
import { recordStage } from '../../../src/application/determination/recordStage'
import { addFoundHousehold } from '../../../src/application/households/addFoundHousehold'
import { moveMember } from '../../../src/application/households/moveMember'
import { splitHousehold } from '../../../src/application/households/splitHousehold'
import { superviseVillage } from '../../../src/application/households/superviseVillage'
import { closeVisit } from '../../../src/application/interview/closeVisit'
import { addElement, keepDraft } from '../../../src/application/interview/recordAnswers'
import { replaceHousehold } from '../../../src/application/interview/replaceHousehold'
import { recordCountyForm } from '../../../src/application/measures/countyForm'
import { decideReading, readingResults } from '../../../src/application/measures/decideReading'
import { recordTotals } from '../../../src/application/measures/countyTotals'
import { settingsValues } from '../../../src/application/project/ProjectSettings'
import { backcheckDrafts } from '../../../src/application/rounds/backchecks'
import { recordSample } from '../../../src/application/sampling/recordSample'
import type { SampleLog } from '../../../src/application/sampling/SampleLog'
import { addPerson } from '../../../src/application/store/addPerson'
import { acceptedDraft } from '../../../src/application/team/merge/acceptedDraft'
import { assignHouseholds, assignVillages } from '../../../src/application/team/assignment/assign'
import { enquiriesOf, putQuestion, answerQuestion } from '../../../src/application/team/desk/enquire'
import { projectDraft } from '../../builders/aProjectDraft'
import { commitMerge } from '../../../src/application/team/merge/mergePackages'
import { setThreshold } from '../../../src/application/team/desk/qualityThresholds'
import { returnInterview } from '../../../src/application/team/desk/returnInterview'
import { chooseInterview } from '../../../src/application/team/conflicts/settleConflicts'
import { recordVillageForm } from '../../../src/application/villages/villageForms'
import type { Result } from '../../../src/domain/shared/Result'
import { RECOVERY, rollPath } from '../../../src/domain/team/Roll'
import type { LeadsMatter } from '../../../src/application/facts/Fact'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aTeam, type Laptop, type Team } from '../../builders/aTeam'
import { valueOf } from '../../contracts/projectStoreContract'

const H1 = '5201010001'
const INTERVIEW = `${H1}/first/1`
const END = { outcome: 'completed', why: '', overrides: [], replies: [] }
const WHY = { reason: '核对过' }
const TOTALS = {
  ruralRegistered: 100_000,
  exited: 9_000,
  poor: 1_000,
  unregistered: 90_000,
  sampledVillagesUnregistered: null,
  source: '统计局',
}
const NOBODY_SAMPLED = {
  all: 0,
  sampledVillages: 0,
  exited: 0,
  poor: 0,
  relapsed: 0,
  unregistered: 0,
} as unknown as Parameters<typeof recordTotals>[2]
const SUSPECTED = { status: 'exited', conclusion: 'suspected_wrong_exit' } as const

type Work = (laptop: Laptop) => Promise<Result<unknown>>

const LEADS: readonly (readonly [LeadsMatter, string, Work])[] = [
  ['roll', 'puts a device on the roll', ({ store, author }) =>
    store.write([projectDraft(rollPath('a'.repeat(64), 'recipient'), 'x', author)])],
  ['roll', 'takes itself back on the roll', ({ store, author, keys }) =>
    store.write([projectDraft(rollPath(keys.device, 'removed'), false, author)])],
  ['roll', 'changes the recovery key', ({ store, author, keys }) => store.write([projectDraft(RECOVERY, keys.recipient, author)])],
  ['roll', 'takes the package of a removed device', ({ store, author }) =>
    store.write([valueOf(acceptedDraft({ package: 'f'.repeat(64), sender: '丙', ...WHY }, author))])],
  ['assignment', 'assigns a village', ({ store, name, author }) => assignVillages(store, ['甲村'], name, author)],
  ['assignment', 'assigns a household', ({ store, name, author }) => assignHouseholds(store, [H1], name, author)],
  ...settingsValues({ kind: 'assessment', asOf: '2020-12-31', region: 'west', salt: 'x', chosen: { a: 1 } }).map(
    ([path, value]): (typeof LEADS)[number] => ['settings', `changes ${path}`, ({ store, author }) =>
      store.write([projectDraft(path, value, author)])],
  ),
  ['roster', 'adopts a list', ({ store, author }) => adoptRoster(store, [aHousehold()], author)],
  ['sample', 'draws a sample', ({ store, author }) => recordSample(store, { plan: {} } as SampleLog, author)],
  ['supervision', 'puts a village under supervision', ({ store, author }) => superviseVillage(store, '甲村', true, author)],
  ['backchecks', 'gives a back-check', ({ store, name, author }) => store.write(backcheckDrafts(H1, name, author).slice(0, 1))],
  ['backchecks', 'names a back-check', ({ store, name, author }) => store.write(backcheckDrafts(H1, name, author).slice(1))],
  ['backchecks', 'draws back-checks', ({ store, author }) => store.write([projectDraft('backcheck_draw/x', {}, author)])],
  ['thresholds', 'sets a threshold', ({ store, author }) => setThreshold(store, 'too_short', 5, { ...author, ...WHY })],
  ['county', 'enters totals', ({ store, author }) => recordTotals(store, TOTALS, NOBODY_SAMPLED, author)],
  ['county', 'decides the reading', ({ store, author }) => decideReading(store, 'interviewed', readingResults([], 0), { ...author, ...WHY })],
  ['county', 'fills in the county form', ({ store, author }) =>
    recordCountyForm(store, { schools: null, hospitals: null, notes: '' }, author)],
  ['county', 'records a stage', ({ store, author }) =>
    recordStage(store, 'county_applies', '2020-01-01', '2020-12-31', { ...author, ...WHY })],
  ['determination', 'decides', ({ store, author }) =>
    determine(store, { household: H1, determination: 'wrong_exit', ...SUSPECTED, ...WHY }, author)],
  ['settling', 'chooses among interviews', ({ store, author }) =>
    chooseInterview(store, { household: H1, round: 'first' }, INTERVIEW, { ...author, ...WHY })],
  ['return', 'sends an interview back', ({ store, author }) =>
    returnInterview(store, INTERVIEW, [{ path: null, text: '再去一次' }], author)],
] // prettier-ignore

describe('what only the lead may write', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
  })

  it.each(LEADS)('(%s) is refused whole from a member who %s', async (leadsWords, _, forge) => {
    const { lead, first } = team
    const forger = await first.tampered()
    await forger.answer(H1, 'food_enough', 'all_year')
    valueOf(await forge(forger))
    const before = await lead.everything()
    const preview = await lead.preview([await forger.send(lead)])
    const problem = { code: 'lead_only' as const, value: '甲', details: { leadsWords } }
    expect(preview.packages).toMatchObject([{ verdict: 'refused', sender: ['甲'], problems: [problem] }])
    valueOf(await commitMerge(lead.store, preview))
    expect(await lead.everything()).toEqual(before)
    for (const language of ['zh-CN', 'en'] as const) {
      const words = textsOf(language)
      const told = words.problem({ severity: 'error', place: {}, ...problem }).message
      expect(told).toContain(words.term('leadsWords', leadsWords))
      expect(told).toContain('甲')
    }
  })

  it.each(LEADS)(
    '(%s) is not even written on the laptop of a member who %s',
    async (leadsWords, _, forge) => {
      const { first } = team
      const before = await first.everything()
      const refused = await forge(first)
      expect(refused).toMatchObject({ ok: false, problems: [{ code: 'lead_only', details: { leadsWords } }] })
      expect(await first.everything()).toEqual(before)
    },
  )

  it('travels from the lead’s laptop', async () => {
    const { lead, first } = await aTeam()
    for (const [, , work] of LEADS) valueOf(await work(lead))
    expect(await first.merge(await lead.send(first, null, 'assignment'))).toEqual(['sound'])
    expect(await first.state()).toBe(await lead.state())
  })

  it('is passed on by a member as the lead’s', async () => {
    const { lead, first, second } = await aTeam()
    valueOf(await setThreshold(lead.store, 'too_short', 5, { ...lead.author, ...WHY }))
    await first.merge(await lead.send(first, [], 'assignment'))
    expect(await second.merge(await first.send(second))).toEqual(['sound'])
  })
})

const MEMBERS: readonly (readonly [string, Work])[] = [
  ['answers', async (laptop) => {
    await laptop.answer(H1, 'food_enough', 'all_year')
    const answer = { ref: { question: 'income_kind' }, value: 'wage', evidence: 'document' } as const
    return addElement(laptop.store, INTERVIEW, 'lines', '工资', [answer], laptop.author)
  }],
  ['passes a warning over', ({ store, author }) =>
    closeVisit(store, INTERVIEW, { ...END, overrides: [{ check: 'income_high', place: {}, reason: '问过' }] }, author)],
  ['is interrupted while typing', ({ store, author }) =>
    keepDraft(store, INTERVIEW, 'phone', '139', author)],
  ['finds a household', ({ store, author }) =>
    addFoundHousehold(store, { headName: '赵六', status: null, place: aHousehold() }, 'token', author)],
  ['moves a member', ({ store, author }) =>
    moveMember(store, { from: H1, member: 'm1', to: 'H2' }, { ...author, ...WHY })],
  ['splits a household', ({ store, author }) => {
    const household = aHousehold({ members: [aMember({ id: 'm1' }), aMember({ id: 'm2' })] })
    return splitHousehold(store, { household, members: [{ from: household.id, member: 'm2' }] }, 'token', author)
  }],
  ['replaces a household', ({ store, author }) =>
    replaceHousehold(store, { replaced: H1, replacement: 'H2', reason: '外出' }, author)],
  ['fills in a village’s form', ({ store, author }) =>
    recordVillageForm(store, '甲村', { informant: { value: '钱主任', evidence: 'respondent' } }, 0, author)],
  ['writes down the county’s rebuttal', ({ store, author }) =>
    recordRebuttal(store, H1, { text: '有低保证', pictures: [] }, author)],
  ['asks and answers questions', async ({ store, author, keys }) => {
    const words = { household: H1, about: '赵四', text: '哪个月？', to: keys.device }
    valueOf(await putQuestion(store, words, author, TEAM_PORT))
    const [asked] = await enquiriesOf(store)
    return answerQuestion(store, asked ?? { id: 'x:1', household: H1 }, '三月', author, TEAM_PORT)
  }],
  ['enters a name', ({ store, author, name }) =>
    addPerson(store, { id: '丁', name: '丁', enteredBy: name, at: author.at })],
] // prettier-ignore

describe('what everybody in the team may write', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
  })

  it.each(MEMBERS)('is taken from a member who %s', async (_, work) => {
    const { lead, first } = team
    valueOf(await work(first))
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
    expect(await lead.state()).toBe(await first.state())
  })

  it('is taken from a member who replies to what the lead sent back', async () => {
    const { lead, first } = await aTeam()
    await first.answer(H1, 'food_enough', 'all_year')
    await lead.merge(await first.send(lead))
    const comments = [{ path: 'food_enough', text: '一年四季都够？' }]
    valueOf(await returnInterview(lead.store, INTERVIEW, comments, lead.author))
    await first.merge(await lead.send(first, [H1], 'assignment'))
    await first.answer(H1, 'food_enough', 'often_short')
    const replies = [{ path: 'food_enough', reply: '冬天不够' }]
    valueOf(await closeVisit(first.store, INTERVIEW, { ...END, replies }, first.author))
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
    expect(await lead.state()).toBe(await first.state())
  })

  it('is taken from a member whose answer, given again, stands for two that differed', async () => {
    const { lead, first, second } = await aTeam()
    await first.answer(H1, 'food_enough', 'all_year')
    await lead.merge(await first.send(lead))
    await second.merge(await lead.send(second, [H1], 'assignment'))
    await first.answer(H1, 'food_enough', 'often_short')
    await second.answer(H1, 'food_enough', 'sometimes_short')
    await lead.merge(await first.send(lead), await second.send(lead))
    await second.merge(await lead.send(second, [H1], 'assignment'))
    const anew = await second.answer(H1, 'food_enough', 'all_year')
    expect(anew[0]?.replaces).toHaveLength(2)
    expect(await lead.merge(await second.send(lead))).toEqual(['sound'])
  })
})
