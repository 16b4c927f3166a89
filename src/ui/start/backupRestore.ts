import { shallowRef } from 'vue'
import type { ChosenFile } from '../../application/Platform'
import type { ListedProject, RestoredProject, Unlock } from '../../application/store/ProjectShelf'
import { useServices } from '../app/services'
import { useShelf } from './shelf'

interface ChosenBackup extends ChosenFile {
  readonly project: ListedProject
}

/** A project that comes back from a backup: the file that was chosen, and what it was restored as. */
export function backupRestore() {
  const shelf = useShelf()
  const { platform } = useServices()
  const backup = shallowRef<ChosenBackup | null>(null)
  const restored = shallowRef<RestoredProject | null>(null)

  async function chooseBackup(): Promise<void> {
    const file = await platform.chooseBackup()
    if (file === null) return
    look(file)
    if (backup.value?.project.isPractice) await restore({ by: 'nothing_practice' })
  }

  /** Shows what a backup is of; it is restored when the user says so. */
  function look(file: ChosenFile): void {
    restored.value = null
    const project = shelf.inspectBackup(file.name, file.bytes)
    backup.value = project && { ...file, project }
  }

  async function restore(key: Unlock): Promise<void> {
    if (backup.value === null) return
    restored.value = await shelf.restore(backup.value.name, backup.value.bytes, key)
    if (restored.value !== null) backup.value = null
  }

  return { backup, restored, chooseBackup, look, restore }
}
