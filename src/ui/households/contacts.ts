import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { recordContact, takeContactBack } from '../../application/households/recordContact'
import { contactsIn, type Contact, type ContactWords } from '../../domain/fieldwork/Contact'
import type { Problem } from '../../domain/shared/Problem'
import { useServices } from '../app/services'
import { useSession } from '../app/session/session'

/** The tries to meet one household: read, recorded, taken back. */
export const useContacts = defineStore('contacts', () => {
  const services = useServices()
  const session = useSession()
  const made = shallowRef<readonly Contact[]>([])
  const refused = shallowRef<readonly Problem[]>([])

  async function load(household: string): Promise<void> {
    refused.value = []
    made.value = []
    const store = session.open?.store
    made.value = store === undefined ? [] : contactsIn(await store.changesOf('household', household))
  }

  /** False when it was refused or not saved. */
  async function record(household: string, words: ContactWords): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const author = { person: project.person, at: services.now() }
    refused.value = await session.attempt(() => recordContact(project.store, household, words, author))
    if (refused.value.length > 0) return false
    await load(household)
    return true
  }

  async function takeBack(household: string, path: string): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const author = { person: project.person, at: services.now() }
    if (!(await session.save(() => takeContactBack(project.store, household, path, author)))) return false
    await load(household)
    return true
  }

  return { made, refused, load, record, takeBack }
})
