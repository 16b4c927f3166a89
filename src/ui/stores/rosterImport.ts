import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ImportedRoster } from '../../application/importRoster'
import type { RosterFile } from '../../application/spreadsheetPort'
import { useServices, type Task } from '../services'
import { useSession } from './session'

/** A roster on its way in: read in a worker, looked at, then taken whole or not at all. */
export const useRosterImport = defineStore('rosterImport', () => {
  const services = useServices()
  const session = useSession()
  const names = ref<readonly string[]>([])
  const isReading = ref(false)
  const roster = shallowRef<ImportedRoster | null>(null)
  const isAdopted = ref(false)
  let task: Task<ImportedRoster> | null = null

  async function choose(): Promise<void> {
    const files = await services.platform.chooseRoster()
    if (files.length > 0) await read(files)
  }

  async function read(files: readonly RosterFile[]): Promise<void> {
    const project = session.open
    if (project === null) return
    task?.cancel()
    const own = services.readRoster(files, project.settings.salt)
    task = own
    names.value = files.map(({ name }) => name)
    roster.value = null
    isAdopted.value = false
    isReading.value = true
    try {
      const found = await own.done
      if (task === own) roster.value = found
    } finally {
      if (task === own) isReading.value = false
    }
  }

  function cancel(): void {
    task?.cancel()
    task = null
    isReading.value = false
    roster.value = null
    names.value = []
  }

  async function adopt(): Promise<void> {
    if (roster.value === null || roster.value.refused) return
    isAdopted.value = await session.adopt(roster.value.households)
  }

  return { names, isReading, roster, isAdopted, choose, read, cancel, adopt }
})
