import type { FrameHousehold, HouseholdType } from '../../domain/sampling/Frame'
import { BOUNDS } from '../../domain/sampling/planFaults'
import type { SamplingDesign, SamplingPlan, WantedSize } from '../../domain/sampling/SamplingPlan'

/** The sampling page's fields as they are typed: percents, and empty texts where nothing is typed yet. */
export interface SamplingForm {
  readonly design: SamplingDesign
  readonly place: 'township' | 'village'
  readonly sizeBy: 'number' | 'type' | 'margin'
  readonly households: number | ''
  /** Households by type. */
  readonly ofType: Readonly<Partial<Record<HouseholdType, number | ''>>>
  readonly marginPercent: number | ''
  readonly sharePercent: number | ''
  readonly designEffect: number | ''
  readonly villages: number | ''
  /** Types that are left out. */
  readonly without: readonly HouseholdType[]
  readonly markedRate: number | ''
  /** Keys, one a line. */
  readonly marked: string
  readonly visitedRate: number
  readonly visited: string
  readonly reservePercent: number | ''
  readonly seed: string
  readonly reason: string
  /** Why it is drawn although rows of the list were rejected. */
  readonly rejectedReason: string
}

export const NEW_FORM: SamplingForm = {
  design: 'stratified',
  place: 'township',
  sizeBy: 'number',
  households: '',
  ofType: {},
  marginPercent: 5,
  sharePercent: 50,
  designEffect: 1,
  villages: '',
  without: [],
  markedRate: 1,
  marked: '',
  visitedRate: 0,
  visited: '',
  reservePercent: 20,
  seed: '',
  reason: '',
  rejectedReason: '',
}

/** Bounds of a field's number as it is typed. */
export type FieldBounds = Readonly<Record<NumberField, readonly [least: number, most: number]>>

export type NumberField =
  | 'households'
  | 'villages'
  | 'marginPercent'
  | 'sharePercent'
  | 'designEffect'
  | 'markedRate'
  | 'reservePercent'

/** What the fields may hold for a list of so many households and villages. */
export function fieldBounds(households: number, villages: number): FieldBounds {
  return {
    households: [1, Math.max(households, 1)],
    villages: [1, Math.max(villages, 1)],
    marginPercent: percents(BOUNDS.margin),
    sharePercent: percents(BOUNDS.share),
    designEffect: BOUNDS.designEffect,
    markedRate: BOUNDS.markedRate,
    reservePercent: percents(BOUNDS.reserve),
  }
}

/** The fields that the chosen design asks for, and whose number is missing or out of bounds. */
export function faultyFields(form: SamplingForm, bounds: FieldBounds): readonly NumberField[] {
  const asked: readonly NumberField[] = [
    ...(form.design === 'all' ? [] : sizeFields(form)),
    ...(form.design === 'cluster' ? (['villages'] as const) : []),
    'markedRate',
    'reservePercent',
  ]
  return asked.filter((field) => {
    const [value, [least, most]] = [form[field], bounds[field]]
    const isWhole = field !== 'households' && field !== 'villages' ? true : Number.isInteger(value)
    return value === '' || !isWhole || value < least || value > most
  })
}

/** Types that are wanted by number and whose number is missing or impossible; `types`: how many households each has. */
export function faultyTypes(
  { design, sizeBy, ofType, without }: SamplingForm,
  types: ReadonlyMap<HouseholdType, number>,
): readonly HouseholdType[] {
  if (design === 'all' || sizeBy !== 'type') return []
  return [...types.keys()].filter((type) => {
    const [value, most] = [ofType[type] ?? '', types.get(type) ?? 0]
    return !without.includes(type) && (value === '' || !Number.isInteger(value) || value < 1 || value > most)
  })
}

/** The plan that a sound form stands for. */
export function planOf(
  form: SamplingForm,
  frame: readonly FrameHousehold[],
  supervised: ReadonlySet<string>,
): SamplingPlan {
  const { design, place, seed, without } = form
  const present = new Set(frame.map(({ village }) => village))
  const types = new Set(frame.map(({ type }) => type))
  const wanted = [...types].filter((type) => !without.includes(type)).sort()
  return {
    seed: seed.trim(),
    design,
    place,
    size: sizeOf(form, wanted),
    villages: design === 'cluster' ? Number(form.villages) : null,
    types: wanted,
    supervised: [...supervised].filter((village) => present.has(village)).sort(),
    marked: { households: keysIn(form.marked), rate: Number(form.markedRate) },
    visited: { households: keysIn(form.visited), rate: form.visitedRate },
    reserve: Number(form.reservePercent) / 100,
  }
}

function sizeOf(form: SamplingForm, wanted: readonly HouseholdType[]): WantedSize {
  if (form.design === 'all') return { by: 'number', households: 0 }
  switch (form.sizeBy) {
    case 'number':
      return { by: 'number', households: Number(form.households) }
    case 'type':
      return {
        by: 'type',
        households: Object.fromEntries(wanted.map((type) => [type, Number(form.ofType[type])])),
      }
    case 'margin':
      return {
        by: 'margin',
        margin: Number(form.marginPercent) / 100,
        share: Number(form.sharePercent) / 100,
        designEffect: Number(form.designEffect),
      }
  }
}

/** The keys of a text, one a line, each once. */
export function keysIn(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}

function sizeFields({ sizeBy }: SamplingForm): readonly NumberField[] {
  switch (sizeBy) {
    case 'number':
      return ['households']
    case 'type':
      return []
    case 'margin':
      return ['marginPercent', 'sharePercent', 'designEffect']
  }
}

function percents([least, most]: readonly [number, number]): readonly [number, number] {
  return [least * 100, most * 100]
}
