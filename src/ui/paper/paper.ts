import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { draftProjectFact, PROJECT_FACTS } from '../../application/facts/projectFacts'
import { beginPaper } from '../../application/paper/beginPaper'
import { paperForms, paperOf, type PaperFormState } from '../../application/paper/paperForms'
import type { PaperWords } from '../../domain/interview/paper'
import type { Problem } from '../../domain/shared/Problem'
import { localDay } from '../app/i18n/localTime'
import { useServices } from '../app/services'
import { useSession } from '../app/session/session'

/** Interviews that are taken on paper: their entry, the drawn second entry, and where the two differ. */
export const usePaper = defineStore('paper', () => {
  const services = useServices()
  const session = useSession()
  const forms = shallowRef<readonly PaperFormState[]>([])
  const sharePercent = ref(services.quality.secondEntryShare)
  /** A stack of forms is mostly of one day and one person. */
  const last = shallowRef<PaperWords | null>(null)
  /** What the panel begins with. */
  const words = shallowRef<PaperWords | null>(null)
  const refused = shallowRef<readonly Problem[]>([])

  async function load(): Promise<void> {
    const project = session.open
    if (project === null) return
    const { store, rules, settings } = project
    const draw = { seed: settings.salt, usualShare: services.quality.secondEntryShare }
    const found = await paperForms(store, rules, draw, services.digest)
    if (session.open?.store !== store) return
    sharePercent.value = found.sharePercent
    forms.value = found.forms
  }

  /** Marks a household's interview as taken on paper; false where that was refused or not saved. */
  async function begin(household: string, said: PaperWords): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const { store, person, rules } = project
    const instrumentVersion = rules.currentInstrument.data.version
    const today = localDay(services.now())
    const form = { household, ...said, today, copy: services.newSalt().slice(0, 16), instrumentVersion }
    refused.value = await session.attempt(() => beginPaper(store, form, { person, at: services.now() }))
    if (refused.value.length > 0) return false
    last.value = said
    return true
  }

  /** For a fresh panel: what was said of the household's form before, else of the last one entered here. */
  async function prepare(household: string): Promise<void> {
    const project = session.open
    refused.value = []
    if (project !== null) words.value = (await paperOf(project.store, household, project.rules)) ?? last.value
  }

  /** How many of the forms a second person enters, in percent. */
  async function draw(share: number): Promise<void> {
    const project = session.open
    if (project === null) return
    const author = { person: project.person, at: services.now() }
    await session.save(() =>
      project.store.write([draftProjectFact(PROJECT_FACTS.secondEntryShare, [], share, author)]),
    )
    await load()
  }

  watch(
    () => session.open?.store,
    () => {
      refused.value = []
      forms.value = []
      last.value = null
      words.value = null
    },
  )

  return { forms, sharePercent, words, refused, load, prepare, begin, draw }
})
