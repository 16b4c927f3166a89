import { defineStore } from 'pinia'
import { computed, reactive } from 'vue'
import type { ListedScope } from '../../application/forms/FormScope'
import { villageName } from '../shared/villageName'
import { useHouseholds } from '../households/households'

export const OUTPUT_SCOPES = ['all', 'shown', 'village', 'household'] as const

export type OutputScope = (typeof OUTPUT_SCOPES)[number]

/** Which households are written or printed: all, those that the list shows, a village, or the one that is chosen there. */
export const useOutputScope = defineStore('outputScope', () => {
  const households = useHouseholds()
  const place = reactive({ scope: 'all' as OutputScope, village: '' })

  const villages = computed(() => [...new Set(households.rows.map(({ village }) => village))])
  const rows = computed(() => {
    const { selected, rows: all, shown } = households
    switch (place.scope) {
      case 'all':
        return all
      case 'shown':
        return shown
      case 'village':
        return all.filter(({ village }) => village === place.village)
      case 'household':
        return selected === null ? [] : [selected]
    }
  })
  /** Ids of the households wanted; undefined where it is all of them. */
  const chosen = computed(() =>
    place.scope === 'all' ? undefined : new Set(rows.value.map(({ household }) => household.id)),
  )

  /** The same as hand forms name it. */
  const formScope = computed((): ListedScope => {
    if (chosen.value === undefined) return { kind: 'all' }
    const name = {
      shown: undefined,
      village: villageName(place.village),
      household: households.selected?.household.headName,
      all: undefined,
    }[place.scope]
    return { kind: 'households', ids: chosen.value, ...(name && { name }) }
  })

  return { place, villages, rows, chosen, formScope }
})
