import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { draftProjectFact, PROJECT_FACTS } from '../../application/facts/projectFacts'
import { beginPaper } from '../../application/paper/beginPaper'
import { paperForms, secondEntryShare, type PaperFormState } from '../../application/paper/paperForms'
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
  const refused = shallowRef<readonly Problem[]>([])

  async function load(): Promise<void> {
    const project = session.open
    if (project === null) return
    const { store, rules, settings } = project
    const share = await secondEntryShare(store, services.quality.secondEntryShare)
    const draw = { seed: settings.salt, sharePercent: share }
    const found = await paperForms(store, rules, draw, services.digest)
    if (session.open?.store !== store) return
    sharePercent.value = share
    forms.value = found
  }

  /** Marks a household's interview as taken on paper; false where that was refused or not saved. */
  async function begin(household: string, words: PaperWords): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const { store, person, rules } = project
    const instrumentVersion = rules.currentInstrument.data.version
    const today = localDay(services.now())
    const form = { household, ...words, today, copy: services.newSalt().slice(0, 16), instrumentVersion }
    refused.value = await session.attempt(() => beginPaper(store, form, { person, at: services.now() }))
    if (refused.value.length > 0) return false
    last.value = words
    return true
  }

  /** What was said of a household's form before, else of the last one entered here. */
  function wordsFor(household: string): PaperWords | null {
    return forms.value.find((form) => form.household === household)?.paper ?? last.value
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

  function forget(): void {
    refused.value = []
  }

  watch(
    () => session.open?.store,
    () => {
      forget()
      forms.value = []
      last.value = null
    },
  )

  return { forms, sharePercent, last, refused, load, begin, wordsFor, draw, forget }
})
