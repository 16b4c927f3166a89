import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { currentRules } from '../../application/project/openProject'
import type { ListedProject } from '../../application/store/ProjectShelf'
import type { ProjectStore } from '../../application/store/ProjectStore'
import { deviceCodeOf, deviceCodeText } from '../../application/team/roll/deviceCode'
import { deviceOf } from '../../application/team/roll/deviceOf'
import { joinProject, parseProjectCode, type ProjectCode } from '../../application/team/roll/joinProject'
import { commitMerge, previewMerge } from '../../application/team/merge/mergePackages'
import type { DeviceKeys } from '../../application/team/TeamPort'
import type { Problem } from '../../domain/shared/Problem'
import { useServices } from '../app/services'
import { useSession } from '../app/session/session'

/** A joined project that holds nothing of the lead's yet. */
export interface AwaitingProject {
  readonly store: ProjectStore
  readonly listed: Pick<ListedProject, 'title' | 'isPractice'>
  readonly keys: DeviceKeys
}

/** Joining a lead's project, until its first assignment is there. */
export const useJoining = defineStore('joining', () => {
  const services = useServices()
  const session = useSession()
  const awaiting = shallowRef<AwaitingProject | null>(null)
  const problems = shallowRef<readonly Problem[]>([])
  const isBusy = ref(false)

  const fingerprint = computed(() => {
    const keys = awaiting.value?.keys
    return keys === undefined ? '' : services.team.fingerprintOf(keys.device, keys.recipient)
  })

  /** What the lead's code holds; null with the reason in `problems`. */
  function readCode(text: string): ProjectCode | null {
    const parsed = parseProjectCode(text.trim(), services.team)
    problems.value = parsed.ok ? [] : parsed.problems
    return parsed.ok ? parsed.value : null
  }

  async function join(code: ProjectCode, passcode: string): Promise<boolean> {
    isBusy.value = true
    try {
      const protection = { by: 'passcode', passcode, rememberBySystem: false } as const
      const joined = await joinProject(services.shelf, code, protection)
      problems.value = joined.ok ? [] : joined.problems
      return joined.ok && (await wait(joined.value, { title: code.title, isPractice: false }))
    } finally {
      isBusy.value = false
    }
  }

  /** Keeps a store open for its first assignment; false where it has one. */
  async function wait(store: ProjectStore, listed: AwaitingProject['listed']): Promise<boolean> {
    const judged = await currentRules(store, listed.title, services.rulesOf)
    const awaits = !judged.ok && judged.problems.some(({ code }) => code === 'project_awaits_assignment')
    const keys = awaits ? await deviceOf(store) : undefined
    if (keys === undefined) return false
    awaiting.value = { store, listed, keys }
    return true
  }

  /** The code by which the lead puts this device on the roll. */
  function codeFor(names: readonly string[]): string {
    const keys = awaiting.value?.keys
    return keys === undefined ? '' : deviceCodeText(deviceCodeOf(keys, names, services.team), services.team)
  }

  async function choose(): Promise<boolean> {
    return take(await services.choosePackages())
  }

  /** Takes the lead's assignment, and opens the project; false where it does not come to that. */
  async function take(files: readonly File[]): Promise<boolean> {
    const waiting = awaiting.value
    if (waiting === null || files.length === 0) return false
    isBusy.value = true
    try {
      problems.value = await merge(waiting, files)
      if (problems.value.length > 0) return false
      awaiting.value = null
      problems.value = await session.enter(waiting.store, waiting.listed)
      return problems.value.length === 0
    } finally {
      isBusy.value = false
    }
  }

  async function merge(
    { store, keys }: AwaitingProject,
    files: readonly File[],
  ): Promise<readonly Problem[]> {
    const sources = await Promise.all(
      files.map(async (file) => ({ file: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    )
    const looked = await previewMerge(store, sources, {
      port: services.team,
      identity: keys.identity,
      forms: services.forms,
      rules: null,
      acceptRemoved: new Set(),
      acceptOthers: new Set(),
      acceptClosed: new Set(),
    })
    if (!looked.ok) return looked.problems
    const refused = looked.value.packages.flatMap(({ problems: own }) => own)
    if (refused.length > 0) return refused
    const committed = await commitMerge(store, looked.value)
    return committed.ok ? [] : committed.problems
  }

  async function leave(): Promise<void> {
    const waiting = awaiting.value
    awaiting.value = null
    problems.value = []
    await waiting?.store.close()
  }

  return { awaiting, problems, isBusy, fingerprint, readCode, join, wait, codeFor, choose, take, leave }
})
