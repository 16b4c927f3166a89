import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import {
  compareWithCurrent,
  rosterVersions,
  type RosterVersion,
} from '../../application/roster/rosterVersions'
import { mergedRoster } from '../../domain/roster/compare/RosterComparer'
import type { ComparisonChoice, RosterComparison } from '../../domain/roster/compare/RosterComparison'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { useServices } from '../app/services'
import { useSession } from '../app/session/session'

/** A newly read list beside the one in use: what is new, changed and gone, and what is to be done with each. */
export const useRosterComparison = defineStore('rosterComparison', () => {
  const services = useServices()
  const session = useSession()
  const comparison = shallowRef<RosterComparison | null>(null)
  const choice = ref<ComparisonChoice>(standardChoice(false))
  const isComparing = ref(false)
  const versions = shallowRef<readonly RosterVersion[]>([])
  let asked = 0

  /** Compares again; of two at once the later counts. */
  async function compare(newly: () => Promise<readonly RosterHousehold[]>): Promise<void> {
    const project = session.open
    const own = ++asked
    comparison.value = null
    if (project === null) return
    isComparing.value = true
    try {
      const found = await compareWithCurrent(project.store, await newly(), services.pause)
      if (own !== asked) return
      comparison.value = found
      choice.value = standardChoice(project.isPractice)
    } finally {
      if (own === asked) isComparing.value = false
    }
  }

  /** The list that the choices make of both. */
  function chosen(): readonly RosterHousehold[] {
    return comparison.value === null ? [] : mergedRoster(comparison.value, choice.value)
  }

  function clear(): void {
    asked++
    comparison.value = null
    isComparing.value = false
  }

  async function loadVersions(): Promise<void> {
    const project = session.open
    versions.value = project === null ? [] : await rosterVersions(project.store)
  }

  async function returnTo(version: RosterVersion): Promise<void> {
    if (await session.returnTo(version.hash)) clear()
    await loadVersions()
  }

  return { comparison, choice, isComparing, versions, compare, chosen, clear, loadVersions, returnTo }
})

/** Nothing is lost unless somebody chooses it; generated households make way for a real list. */
function standardChoice(isPractice: boolean): ComparisonChoice {
  return { added: 'take', changed: 'take_new', gone: isPractice ? 'remove' : 'keep' }
}
