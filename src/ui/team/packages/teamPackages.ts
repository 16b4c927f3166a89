import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Author } from '../../../application/interview/recordAnswers'
import type { SaveOutcome } from '../../../application/Platform'
import { acceptedDraft } from '../../../application/team/merge/acceptedDraft'
import { householdsOf } from '../../../application/team/assignment/assignments'
import { deviceOf } from '../../../application/team/roll/deviceOf'
import { handOutSpares } from '../../../application/team/assignment/handOutSpares'
import { makePackage, type PackageOrder } from '../../../application/team/packages/makePackage'
import {
  commitMerge,
  previewMerge,
  type MergePreview,
  type MergeSource,
} from '../../../application/team/merge/mergePackages'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import type { Problem } from '../../../domain/shared/Problem'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import type { DeviceId } from '../../../domain/team/Segment'
import { localMoment } from '../../app/i18n/localTime'
import { useServices } from '../../app/services'
import { useHouseholds } from '../../households/households'
import { useSession } from '../../app/session/session'
import { useTeam } from '../team'

/** What the window says of a package; the rest is the same for all. */
type WantedPackage = Omit<PackageOrder, 'title' | 'names' | 'made'>

/** Packages that go out, and those that come in. */
export const useTeamPackages = defineStore('teamPackages', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const team = useTeam()
  const isBusy = ref(false)
  const outcome = shallowRef<SaveOutcome | null>(null)
  const outProblems = shallowRef<readonly Problem[]>([])
  const preview = shallowRef<MergePreview | null>(null)
  const progress = shallowRef<{ readonly opened: number; readonly total: number } | null>(null)
  const inProblems = shallowRef<readonly Problem[]>([])
  /** Changes that the last merge added; null before any. */
  const added = ref<number | null>(null)
  let sources: readonly MergeSource[] = []
  let goesOn = true
  const accepted = new Map<string, string>()

  /** The lead's assignment for a device, or what was done here, for the lead. */
  async function send(to: DeviceId): Promise<void> {
    const project = session.open
    const receiver = team.active.find(({ device }) => device === to)
    if (project === null || receiver === undefined || team.own === null) return
    const { recipient, names } = receiver
    if (team.role === 'lead') {
      const handedOut = await handOutSpares(project.store, { person: project.person, at: services.now() })
      if (!handedOut.ok) {
        outProblems.value = handedOut.problems
        return
      }
      const households = await householdsOf(project.store, names)
      await sendOut({ kind: 'assignment', recipients: [recipient], households }, names)
    } else await sendOut({ kind: 'result', recipients: [recipient], households: null }, team.own.names)
  }

  /** Everything that is known here, for this device and the lead's. */
  async function backUp(): Promise<void> {
    if (team.own === null) return
    const readers = team.active.filter(({ isOwn, isLead }) => isOwn || isLead)
    const recipients = readers.map(({ recipient }) => recipient)
    await sendOut({ kind: 'backup', recipients, households: null }, team.own.names)
  }

  async function sendOut(order: WantedPackage, who: readonly string[]): Promise<void> {
    outcome.value = null
    const saved = await save(order, who)
    outProblems.value = saved.ok ? [] : saved.problems
    outcome.value = saved.ok ? saved.value : null
  }

  /** Makes a package and lets the user save it; `who` stands in its name. Refused: as `makePackage`. */
  async function save(order: WantedPackage, who: readonly string[]): Promise<Result<SaveOutcome>> {
    const project = session.open
    if (project === null || team.own === null) return refusal('team_unled')
    const { title } = project
    isBusy.value = true
    try {
      const made = await makePackage(
        project.store,
        { ...order, title, names: team.own.names, made: services.now() },
        services.team,
      )
      if (!made.ok) return made
      const moment = localMoment(services.now()).replace(' ', '-').replaceAll(':', '')
      const name = [title, ...(order.kind === 'backup' ? ['backup'] : []), ...who, moment].join('-')
      return success(await services.platform.savePackage(`${name}.yihu`, made.value))
    } finally {
      isBusy.value = false
    }
  }

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

  /** Takes a removed device's package all the same; the reason is written down with the merge. */
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
        const committed = await commitMerge(project.store, wanted, said.value)
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
    outcome,
    outProblems,
    preview,
    progress,
    inProblems,
    added,
    send,
    backUp,
    save,
    choose,
    take,
    stop,
    accept,
    cancel,
    commit,
  }
})
