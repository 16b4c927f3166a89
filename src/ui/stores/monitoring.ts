import { defineStore } from 'pinia'
import { computed, reactive, ref } from 'vue'
import type { MonitoringName, MonitoringReason } from '../../domain/programmes/assessment/flags/Flag'
import { useHouseholds } from './households'

export interface MonitoringFilter {
  readonly kind: MonitoringName | ''
  readonly reason: MonitoringReason | ''
}

/** The households to be monitored, and what their list is narrowed to. */
export const useMonitoring = defineStore('monitoring', () => {
  const households = useHouseholds()
  const filter = reactive<MonitoringFilter>({ kind: '', reason: '' })
  const scrollTop = ref(0)
  const all = computed(() => households.rows.filter(({ summary }) => (summary?.monitoring.length ?? 0) > 0))
  const shown = computed(() =>
    all.value.filter(
      ({ summary }) =>
        summary !== null &&
        (filter.kind === '' || summary.monitoring.includes(filter.kind)) &&
        (filter.reason === '' || summary.monitoringReasons.includes(filter.reason)),
    ),
  )

  return { filter, scrollTop, all, shown }
})
