import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { sortOpened } from '../../application/opened/sortOpened'
import type { ChosenFile, OpenedFile } from '../../application/Platform'
import type { Problem } from '../../domain/shared/Problem'
import { useServices } from '../app/services'

/** Files that were opened from outside, until a page takes them or the user puts them aside. They are sealed still. */
export const useOpened = defineStore('opened', () => {
  const { platform } = useServices()
  const backup = shallowRef<ChosenFile | null>(null)
  const packages = shallowRef<readonly ChosenFile[]>([])
  const problems = shallowRef<readonly Problem[]>([])
  const isThere = computed(
    () => backup.value !== null || packages.value.length > 0 || problems.value.length > 0,
  )

  function listen(): void {
    platform.takeOpened(receive)
  }

  /** What waits already counts: systems hand several files over one by one. */
  function receive(files: readonly OpenedFile[]): void {
    const waiting = [...packages.value, ...(backup.value === null ? [] : [backup.value])]
    const sorted = sortOpened([...waiting.map((file) => ({ kind: 'read' as const, ...file })), ...files])
    backup.value = sorted.backup
    packages.value = sorted.packages
    problems.value = sorted.problems
  }

  function takeBackup(): ChosenFile | null {
    const taken = backup.value
    backup.value = null
    return taken
  }

  function takePackages(): readonly File[] {
    const taken = packages.value.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name))
    packages.value = []
    return taken
  }

  function putAside(): void {
    backup.value = null
    packages.value = []
    problems.value = []
  }

  return { backup, packages, problems, isThere, listen, receive, takeBackup, takePackages, putAside }
})
