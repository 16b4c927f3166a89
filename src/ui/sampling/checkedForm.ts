import { computed, type Ref } from 'vue'
import { frameOf } from '../../application/sampling/frameOf'
import { HOUSEHOLD_TYPES, type HouseholdType } from '../../domain/sampling/Frame'
import { groupBy } from '../../domain/shared/groupBy'
import { useHouseholds } from '../households/households'
import { faultyFields, faultyTypes, fieldBounds, type SamplingForm } from './samplingForm'

/** The households there are to draw from, and what of the form does not fit them. */
export function checkedForm(form: Readonly<Ref<SamplingForm>>) {
  const households = useHouseholds()
  /** The list itself: whoever was found in the field was not there to be drawn. */
  const list = computed(() =>
    households.rows.filter(({ origin }) => origin === 'roster').map(({ household }) => household),
  )
  const frame = computed(() => frameOf(list.value))
  const bounds = computed(() =>
    fieldBounds(frame.value.length, new Set(frame.value.map(({ village }) => village)).size),
  )
  const faulty = computed(() => faultyFields(form.value, bounds.value))
  /** Household types of the list, with how many there are of each. */
  const types = computed((): ReadonlyMap<HouseholdType, number> => {
    const ofType = groupBy(frame.value, ({ type }) => type)
    return new Map(
      HOUSEHOLD_TYPES.flatMap((type) => (ofType.has(type) ? [[type, ofType.get(type)?.length ?? 0]] : [])),
    )
  })
  const wrongTypes = computed(() => faultyTypes(form.value, types.value))
  const isSound = computed(
    () => frame.value.length > 0 && faulty.value.length === 0 && wrongTypes.value.length === 0,
  )

  return { frame, bounds, faulty, types, wrongTypes, isSound }
}
