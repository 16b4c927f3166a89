import { defineStore } from 'pinia'
import { computed, reactive } from 'vue'
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

  return { place, villages, rows, chosen }
})
