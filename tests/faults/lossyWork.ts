import { isDeepStrictEqual } from 'node:util'
import { newReplica } from '../../src/adapters/crypto/newReplica'
import { rosterHash, villageHash } from '../../src/adapters/crypto/rosterHash'
import { MemoryIndexShelf } from '../../src/adapters/memory/MemoryIndexShelf'
import type { Change } from '../../src/domain/changes/Change'
import type { ChangeDraft } from '../../src/domain/changes/ChangeDraft'
import type { Result } from '../../src/domain/shared/Result'
import { LossyFiles } from '../contracts/LossyFiles'
import { aMachine } from '../contracts/Machine'
import { valueOf } from '../contracts/projectStoreContract'
import { anAnswer, aVillage, PERSON } from '../contracts/someWork'
import { aChange } from '../domain/changes/aChange'
import type { Desk, Round } from './Desk'
import { readProjection } from './readProjection'

export const INTERVIEWS = ['5201010001/first/1', '5201010002/first/1', '5201010003/first/1']
const PATHS = [
  'food_enough',
  'bedding',
  'water_fetch',
  'members/m-1/insurance',
  'house_grade',
  'roof',
  'heat',
]
const VILLAGES = ['甲村', '乙村', '丙村']

/** One thing an assessor does, from its beginning until the app says that it is saved. */
export type Work = (desk: Desk) => Promise<void>

/** One answer, new or corrected. */
export async function giveAnswer(desk: Desk): Promise<void> {
  await write(desk, draftsOf(desk.round, desk.round.random.pick(INTERVIEWS), 1))
}

/** Several answers by one key. */
export async function giveSeveral(desk: Desk): Promise<void> {
  const { random } = desk.round
  await write(desk, draftsOf(desk.round, random.pick(INTERVIEWS), random.between(2, 5)))
}

/** Answers on their way at the same time, each in an interview of its own. */
export async function giveAtOnce(desk: Desk): Promise<void> {
  const groups = INTERVIEWS.map((interview) =>
    draftsOf(desk.round, interview, desk.round.random.between(1, 3)),
  )
  await Promise.all(groups.map((drafts) => write(desk, drafts)))
}

/** A colleague's package: a few changes, or enough of them to go to a file of their own. */
export async function acceptPackage(desk: Desk): Promise<void> {
  const { round, store } = desk
  const size = round.random.pick([1, 2, 3, 5, 8, 200])
  const reason = round.account.ask(size)
  const accepted = await store.accept(packageOf(size, reason, round))
  if (accepted.ok) round.account.save(accepted.value.added)
  else round.account.refuse(reason)
  noteSaved(desk, 'packages', accepted)
}

export async function keepRoster(desk: Desk): Promise<void> {
  const { random, account } = desk.round
  const names = VILLAGES.slice(0, random.between(1, VILLAGES.length))
  const villages = names.map((name) => aVillage(name, random.between(1, 4)))
  const hash = rosterHash(villages.map((each) => ({ village: each.village, digest: villageHash(each) })))
  account.askRoster(hash, villages)
  const kept = await desk.store.putRoster({ villages })
  if (kept.ok) account.saveRoster(hash)
  noteSaved(desk, 'rosters', kept)
}

export async function finishInterview(desk: Desk): Promise<void> {
  noteSaved(desk, 'interviews packed', await desk.store.packInterview(desk.round.random.pick(INTERVIEWS)))
}

export async function summarise({ store }: Desk): Promise<void> {
  const touched = await store.touchedHouseholds()
  const entries = touched.map(({ household }) => ({ household, key: 'k', summary: 1 }))
  await store.putSummaries('甲村', entries, touched)
}

/** A backup is worth something when another machine makes the whole project of it. */
export async function backUp({ round, machine, store }: Desk): Promise<void> {
  const shown = await readProjection(store, round.account.rosterHashes())
  const file = await machine.shelf.backup(store.projectId)
  const elsewhere = aMachine(new LossyFiles(), new MemoryIndexShelf())
  const unlock = { by: 'passcode', passcode: round.passcodes[0] ?? '' } as const
  valueOf(await elsewhere.shelf.restore('某县.yihu-backup', file, unlock))
  const restored = valueOf(await elsewhere.shelf.open(store.projectId, unlock))
  const found = await readProjection(restored, round.account.rosterHashes())
  await restored.close()
  round.tally.count('work', 'backups restored elsewhere')
  if (!isDeepStrictEqual(found, shown)) round.wrongs.push('a backup restored elsewhere shows something else')
}

export async function changePasscode({ round, machine, store }: Desk): Promise<void> {
  const [old = ''] = round.passcodes
  const wanted = `${old.split('#')[0]}#${round.passcodes.length}`
  round.passcodes.push(wanted)
  valueOf(await machine.shelf.changePasscode(store.projectId, old, wanted))
  round.passcodes = [wanted, ...round.passcodes.filter((each) => each !== wanted)]
  round.tally.count('work', 'passcodes changed')
}

export function addAssessor(desk: Desk): Promise<void> {
  const reason = desk.round.account.ask(1)
  const draft = { ...anAnswer('name', '王'), entity: 'person', entityId: PERSON, reason } as const
  return write(desk, [draft])
}

/** Writes what is one batch; counted and noted as saved only if the store says so. */
export async function write(desk: Desk, drafts: readonly ChangeDraft[]): Promise<void> {
  const written = await desk.store.write(drafts)
  if (written.ok) desk.round.account.save(written.value)
  noteSaved(desk, 'answers', written, drafts.length)
}

export function draftsOf(round: Round, interview: string, size: number): readonly ChangeDraft[] {
  const reason = round.account.ask(size)
  const paths = round.random.shuffle(PATHS).slice(0, size)
  const at = `${2020 + round.yearsAhead}-05-06T09:30:00+08:00`
  return paths.map((path) => ({
    ...anAnswer(path, `${reason}: ${path}`),
    entityId: interview,
    at,
    reason,
  }))
}

function packageOf(size: number, reason: string, { random }: Round): readonly Change[] {
  const replica = newReplica()
  const entityId = random.pick(INTERVIEWS)
  return Array.from({ length: size }, (_, index) =>
    aChange({ id: `${replica}:${index + 1}`, entityId, path: `${reason}_${index}`, reason }),
  )
}

function noteSaved({ round }: Desk, what: string, result: Result<unknown>, times = 1): void {
  round.tally.count('work', result.ok ? `${what} saved` : `${what} refused`, times)
}
