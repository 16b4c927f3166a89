import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Author } from '../../application/interview/recordAnswers'
import type { SaveOutcome } from '../../application/Platform'
import type { ProjectStore } from '../../application/store/ProjectStore'
import {
  deviceCodeOf,
  deviceCodeText,
  parseDeviceCode,
  type DeviceCode,
} from '../../application/team/roll/deviceCode'
import { NO_TRAFFIC, trafficOf, type DeviceTraffic } from '../../application/team/packages/packageTraffic'
import { deviceOf, leadOf } from '../../application/team/roll/deviceOf'
import { projectCodeText } from '../../application/team/roll/joinProject'
import { counterSince, leaveOutWork, leftOutOf, takeInWork } from '../../application/team/merge/leaveOutWork'
import { addDevice, leadProject, removeDevice, rollOf } from '../../application/team/roll/keepRoll'
import {
  dropRecovery,
  holdRecovery,
  pendingRecovery,
  type PendingRecovery,
} from '../../application/team/roll/pendingRecovery'
import type { Problem } from '../../domain/shared/Problem'
import { refusal, type Result } from '../../domain/shared/Result'
import type { RollEntry } from '../../domain/team/Roll'
import type { DeviceId } from '../../domain/team/Segment'
import { useServices } from '../app/services'
import { useHouseholds } from '../households/households'
import { useSession } from '../app/session/session'
import { byRank } from './byRank'

export interface RollLine extends RollEntry, DeviceTraffic {
  readonly fingerprint: string
  readonly isOwn: boolean
  readonly isLead: boolean
  /** Its work, or some of it, is left out of everything. */
  readonly isLeftOut: boolean
}

/** Where something is written, and in whose name. */
export interface WriteAt {
  readonly store: ProjectStore
  readonly author: Author
}

/** Who is in the project's team, and what this device is in it. */
export const useTeam = defineStore('team', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const own = shallowRef<DeviceCode | null>(null)
  const lead = shallowRef<DeviceId | null>(null)
  const roll = shallowRef<readonly RollLine[]>([])
  /** How many changes were written here since the last assignment or result. */
  const unsent = ref(0)
  /**
   * The recovery key of a project that is about to be led here, until it is known to be kept elsewhere. The project is not led
   * before: whoever is locked out meanwhile is shown the same key again.
   */
  const recovery = shallowRef<PendingRecovery | null>(null)
  const problems = shallowRef<readonly Problem[]>([])

  const role = computed(() =>
    lead.value === null ? 'unled' : lead.value === own.value?.device ? 'lead' : 'member',
  )
  const isMember = computed(() => role.value === 'member')
  const active = computed(() => roll.value.filter(({ removed }) => removed === null))
  /** Everybody who works at a device of the roll. */
  const people = computed(() => [...new Set(active.value.flatMap(({ names }) => names))])
  const ownCode = computed(() => (own.value === null ? '' : deviceCodeText(own.value, services.team)))
  const projectCode = computed(() => {
    const project = session.open
    if (project === null || own.value === null) return ''
    const { title, store } = project
    return projectCodeText({ project: store.projectId, title, lead: own.value }, services.team)
  })

  /** The recovery key's file, as a text; empty where no key is shown. */
  const recoveryFile = computed(() => {
    const [project, key, device] = [session.open, recovery.value, own.value?.device]
    if (project === null || key === null || device === undefined) return ''
    return services.recoveryKeyText({
      identity: key.identity,
      project: project.store.projectId,
      lead: device,
    })
  })

  async function load(): Promise<void> {
    const project = session.open
    if (project === null) return
    const keys = await deviceOf(project.store)
    const found = await rollOf(project.store)
    const leftOut = await leftOutOf(project.store)
    const traffic = keys === undefined ? null : await trafficOf(project.store, keys.device, services.team)
    lead.value = (await leadOf(project.store)) ?? null
    const pending = lead.value === null ? await pendingRecovery(project.store) : null
    if (session.open?.store !== project.store) return
    const names = (keys && found.get(keys.device)?.names) ?? [project.person]
    recovery.value ??= pending
    own.value = keys === undefined ? null : deviceCodeOf(keys, names, services.team)
    unsent.value = traffic?.unsent ?? 0
    const lines = [...found.values()].map((entry) => ({
      ...entry,
      ...(traffic?.of(entry.device) ?? NO_TRAFFIC),
      fingerprint: services.team.fingerprintOf(entry.device, entry.recipient),
      isOwn: entry.device === keys?.device,
      isLead: entry.device === lead.value,
      isLeftOut: leftOut.has(entry.device),
    }))
    roll.value = lines.toSorted(byRank)
  }

  /** Makes the recovery key and shows it; the project is led once it is kept. */
  async function beginToLead(names: readonly string[]): Promise<void> {
    const store = session.open?.store
    if (store === undefined) return
    const made = { names, ...(await services.team.newRecoveryKey()) }
    await holdRecovery(store, made)
    recovery.value = made
  }

  function saveRecovery(): Promise<SaveOutcome> {
    const bytes = new TextEncoder().encode(recoveryFile.value)
    return services.platform.saveKey(`${session.open?.title ?? ''}-recovery-key.txt`, bytes)
  }

  /** The key is kept elsewhere: this device leads the project from now on. */
  async function leadHere(): Promise<void> {
    const key = recovery.value
    if (key === null) return
    const isLed = await attempt(({ store, author }) =>
      leadProject(store, key.names, author, services.team, key),
    )
    if (isLed) await endRecovery()
  }

  /** The key is not shown again: it is kept, or was given up. */
  async function endRecovery(): Promise<void> {
    recovery.value = null
    if (session.open !== null) await dropRecovery(session.open.store)
  }

  /** What a pasted code holds; null with the reason in `problems`. */
  function readCode(text: string): DeviceCode | null {
    const parsed = parseDeviceCode(text.trim(), services.team)
    problems.value = parsed.ok ? [] : parsed.problems
    return parsed.ok ? parsed.value : null
  }

  /** Who works at a device, as the roll has it. */
  function namesAt(device: DeviceId): string {
    return roll.value.find((line) => line.device === device)?.names.join('、') ?? '—'
  }

  function add(code: DeviceCode): Promise<boolean> {
    return attempt(({ store, author }) => addDevice(store, code, author))
  }

  function remove(device: DeviceId, reason: string): Promise<boolean> {
    return attempt(({ store, author }) => removeDevice(store, device, reason, author))
  }

  /** `since`: an ISO instant, or null for all that it ever recorded. */
  async function leaveOut(device: DeviceId, since: string | null, reason: string): Promise<void> {
    const { team: port, forms } = services
    const isDone = await attempt(async ({ store, author }) => {
      const from = since === null ? 1 : await counterSince(store, device, since, port)
      if (from === null) return refusal('work_not_found', namesAt(device))
      return leaveOutWork(store, { device, from }, { port, forms }, { ...author, reason })
    })
    if (isDone) await households.load()
  }

  async function takeIn(device: DeviceId, reason: string): Promise<void> {
    const isDone = await attempt(({ store, author }) => takeInWork(store, device, { ...author, reason }))
    if (isDone) await households.load()
  }

  async function attempt(write: (at: WriteAt) => Promise<Result<unknown>>): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const author = { person: project.person, at: services.now() }
    problems.value = await session.attempt(() => write({ store: project.store, author }))
    await load()
    return problems.value.length === 0
  }

  return {
    own,
    lead,
    roll,
    unsent,
    active,
    people,
    role,
    isMember,
    recovery,
    recoveryFile,
    problems,
    ownCode,
    projectCode,
    load,
    beginToLead,
    saveRecovery,
    leadHere,
    endRecovery,
    readCode,
    namesAt,
    add,
    remove,
    leaveOut,
    takeIn,
  }
})
