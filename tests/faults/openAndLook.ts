import { isDeepStrictEqual } from 'node:util'
import type { ProjectStore } from '../../src/application/store/ProjectStore'
import type { Machine } from '../contracts/Machine'
import { valueOf } from '../contracts/projectStoreContract'
import type { Desk, Round } from './Desk'
import type { Befallen } from './lossyFaults'
import { readProjection } from './readProjection'
import { MISSING } from './Tally'

const FULL_SHARE = 0.05
const PROBED_SHARE = 0.3
/** What an opening may be refused for while the disk is full; nothing may be lost by that. */
const REFUSED_WHEN_FULL = ['not_saved', 'journal_unreadable']

/** Opens the project as it was left, and looks whether all that was ever called saved is there, and nothing by half. */
export async function openAndLook(befallen: Befallen, projectId: string, round: Round): Promise<Desk> {
  const { machine, mustSay } = befallen
  const wasRefused = round.random.next() < FULL_SHARE && (await isRefusedWhenFull(machine, projectId, round))
  const store = await open(machine, projectId, round)
  const told = store.openingProblems.map(({ code }): string => code)
  for (const code of told) round.tally.count('told', code)
  if (!wasRefused && mustSay.length > 0 && !mustSay.some((code) => told.includes(code)))
    round.wrongs.push(`not told: ${mustSay.join(' or ')}; told was: ${told.join(', ')}`)
  const shown = await readProjection(store, round.account.rosterHashes())
  const { account, tally } = round
  const missing = account.missingIn(shown)
  tally.count('looked', 'openings')
  tally.count('looked', 'saved changes looked for', account.saved.size)
  tally.count('looked', MISSING, missing.length)
  round.wrongs.push(...missing, ...account.unsoundIn(shown))
  const desk = { round, machine, store }
  if (round.random.next() < PROBED_SHARE) await sidesAgree(desk)
  return desk
}

/** By the passcode that the header found believes: after a fault that may be an earlier one. */
export async function open(machine: Machine, projectId: string, round: Round): Promise<ProjectStore> {
  for (const passcode of round.passcodes) {
    const opened = await machine.shelf.open(projectId, { by: 'passcode', passcode })
    if (!opened.ok && opened.problems.every(({ code }) => code === 'passcode_wrong')) continue
    const store = valueOf(opened)
    round.passcodes = [passcode, ...round.passcodes.filter((each) => each !== passcode)]
    return store
  }
  throw new Error('no passcode opens the project')
}

/** Right after an opening each side alone, as a power cut would leave it now, shows what both show together. */
export async function sidesAgree({ round, machine, store }: Desk): Promise<void> {
  const hashes = round.account.rosterHashes()
  const shown = await readProjection(store, hashes)
  for (const lost of ['index', 'journal'] as const) {
    const alone = machine.afterPowerCut('nothing')
    if (lost === 'index') alone.wipeIndexes()
    else alone.wipeJournals()
    const found = await readProjection(await open(alone, store.projectId, round), hashes)
    round.tally.count('looked', `openings without the ${lost}`)
    if (!isDeepStrictEqual(found, shown))
      round.wrongs.push(
        `another state without the ${lost}: ${found.changes.length} of ${shown.changes.length} changes`,
      )
  }
}

async function isRefusedWhenFull(machine: Machine, projectId: string, round: Round): Promise<boolean> {
  machine.files.isFull = true
  round.tally.count('fault', 'disk full at the start')
  const [passcode = ''] = round.passcodes
  const opened = await machine.shelf.open(projectId, { by: 'passcode', passcode })
  machine.files.isFull = false
  if (opened.ok) await opened.value.close()
  else if (!opened.problems.some(({ code }) => [...REFUSED_WHEN_FULL, 'passcode_wrong'].includes(code)))
    round.wrongs.push(
      `refused for another reason: ${opened.problems.map(({ code }): string => code).join(', ')}`,
    )
  return true
}
