import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Author } from '../../../application/interview/recordAnswers'
import { acceptedDraft } from '../../../application/team/merge/acceptedDraft'
import { deviceOf } from '../../../application/team/roll/deviceOf'
import {
  commitMerge,
  previewMerge,
  type MergePreview,
  type MergeSource,
} from '../../../application/team/merge/mergePackages'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import type { Problem } from '../../../domain/shared/Problem'
import { success, type Result } from '../../../domain/shared/Result'
import { useServices } from '../../app/services'
import { useHouseholds } from '../../households/households'
import { useSession } from '../../app/session/session'
import { useTeam } from '../team'
import { outgoingPackages } from './outgoingPackages'

/** Packages that go out, and those that come in. */
export const useTeamPackages = defineStore('teamPackages', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const team = useTeam()
  const isBusy = ref(false)
  const preview = shallowRef<MergePreview | null>(null)
  const progress = shallowRef<{ readonly opened: number; readonly total: number } | null>(null)
  const inProblems = shallowRef<readonly Problem[]>([])
  /** Changes that the last merge added; null before any. */
  const added = ref<number | null>(null)
  let sources: readonly MergeSource[] = []
  let goesOn = true
  const accepted = new Map<string, string>()

  async function choose(): Promise<void> {
    await take(await services.choosePackages())
  }

  /** Opens packages and shows what they would bring; nothing of them is kept yet. */
  async function take(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    accepted.clear()
    added.value = null
    sources = await Promise.all(
      files.map(async (file) => ({ file: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    )
    await look()
  }

  async function look(): Promise<void> {
    const project = session.open
    const keys = project === null ? undefined : await deviceOf(project.store)
    if (project === null || keys === undefined) return
    isBusy.value = true
    preview.value = null
    goesOn = true
    try {
      const looked = await previewMerge(project.store, sources, {
        port: services.team,
        identity: keys.identity,
        forms: services.forms,
        rules: project.rules,
        acceptRemoved: new Set(accepted.keys()),
        acceptOthers: new Set(accepted.keys()),
        acceptClosed: new Set(accepted.keys()),
        goesOn(opened, total) {
          progress.value = { opened, total }
          return goesOn
        },
      })
      if (session.open?.store !== project.store) return
      inProblems.value = looked.ok ? [] : looked.problems
      preview.value = looked.ok ? looked.value : null
    } finally {
      isBusy.value = false
      progress.value = null
    }
  }

  function stop(): void {
    goesOn = false
  }

  /** Takes a removed device's package all the same; the reason is recorded with the merge. */
  async function accept(file: string, reason: string): Promise<void> {
    accepted.set(file, reason)
    await look()
  }

  function cancel(): void {
    preview.value = null
    inProblems.value = []
    sources = []
    accepted.clear()
  }

  async function commit(): Promise<void> {
    const project = session.open
    const wanted = preview.value
    if (project === null || wanted === null) return
    isBusy.value = true
    try {
      inProblems.value = await session.attempt(async () => {
        const said = await acceptedDrafts(wanted, { person: project.person, at: services.now() })
        if (!said.ok) return said
        const committed = await commitMerge(project.store, wanted, said.value, services.now())
        if (committed.ok) added.value = committed.value
        return committed
      })
      if (inProblems.value.length > 0) return
      cancel()
      await session.takeUp()
      await Promise.all([households.load(), team.load()])
    } finally {
      isBusy.value = false
    }
  }

  /** Which packages of removed devices are taken, and why. */
  async function acceptedDrafts(
    { packages }: MergePreview,
    author: Author,
  ): Promise<Result<readonly ChangeDraft[]>> {
    const drafts: ChangeDraft[] = []
    for (const { file, bytes } of sources) {
      const reason = accepted.get(file)
      if (reason === undefined) continue
      const sender = packages.find((each) => each.file === file)?.sender?.join('、') ?? ''
      const draft = acceptedDraft({ package: await services.hashOf(bytes), sender, reason }, author)
      if (!draft.ok) return draft
      drafts.push(draft.value)
    }
    return success(drafts)
  }

  return {
    isBusy,
    preview,
    progress,
    inProblems,
    added,
    choose,
    take,
    stop,
    accept,
    cancel,
    commit,
    ...outgoingPackages(isBusy),
  }
})
