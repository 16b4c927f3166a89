import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { WantedSettings } from '../../application/project/changeSettings'
import { settingsHistory, type SettingsEntry } from '../../application/project/settingsHistory'
import type { Problem } from '../../domain/shared/Problem'
import { useSession } from '../app/session/session'

/** The open project's settings, and what was changed about them since it was made. */
export const useProject = defineStore('project', () => {
  const session = useSession()
  const history = shallowRef<readonly SettingsEntry[]>([])
  const problems = shallowRef<readonly Problem[]>([])
  const isChanged = ref(false)

  async function load(): Promise<void> {
    const project = session.open
    history.value = project === null ? [] : settingsHistory(await project.store.changesOfProject())
  }

  async function change(wanted: WantedSettings, reason: string): Promise<boolean> {
    isChanged.value = false
    problems.value = await session.changeSettings(wanted, reason)
    isChanged.value = problems.value.length === 0
    await load()
    return isChanged.value
  }

  function clear(): void {
    history.value = []
    problems.value = []
    isChanged.value = false
  }

  watch(
    () => session.open,
    (open) => open === null && clear(),
  )

  return { history, problems, isChanged, load, change, clear }
})
