import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { PlatformInfo, SaveOutcome } from '../../application/Platform'
import type { Problem } from '../../domain/shared/Problem'
import { useServices } from '../app/services'
import { useSession } from '../app/session/session'

/** Passcode, backup, and where the open project lies. */
export const useSafety = defineStore('safety', () => {
  const services = useServices()
  const session = useSession()
  const info = shallowRef<PlatformInfo | null>(null)
  const passcode = shallowRef<{ readonly isChanged: boolean; readonly problems: readonly Problem[] }>(UNTRIED)
  const backup = shallowRef<SaveOutcome | null>(null)
  const backupProblems = shallowRef<readonly Problem[]>([])
  const isBusy = ref(false)

  async function load(): Promise<void> {
    info.value = await services.platform.info()
  }

  async function changePasscode(old: string, wanted: string, isKeyRenewed: boolean): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    isBusy.value = true
    passcode.value = UNTRIED
    try {
      const changed = await services.shelf.changePasscode(project.store.projectId, old, wanted, isKeyRenewed)
      passcode.value = { isChanged: changed.ok, problems: changed.ok ? [] : changed.problems }
      return changed.ok
    } finally {
      isBusy.value = false
    }
  }

  async function backUp(): Promise<void> {
    const project = session.open
    if (project === null) return
    backup.value = null
    backupProblems.value = []
    if (session.isUnsaved) {
      backupProblems.value = [{ code: 'backup_while_unsaved', severity: 'error', place: {}, value: null }]
      return
    }
    isBusy.value = true
    try {
      const bytes = await services.shelf.backup(project.store.projectId)
      const moment = services.now().slice(0, 19).replace('T', '-').replaceAll(':', '')
      backup.value = await services.platform.saveBackup(`${project.title}-${moment}.yihu-backup`, bytes)
    } finally {
      isBusy.value = false
    }
  }

  return { info, passcode, backup, backupProblems, isBusy, load, changePasscode, backUp }
})

const UNTRIED = { isChanged: false, problems: [] }
