import type { FrameHousehold, HouseholdType } from '../../domain/sampling/Frame'
import { BOUNDS } from '../../domain/sampling/planFaults'
import type { SamplingDesign, SamplingPlan } from '../../domain/sampling/SamplingPlan'

/** The sampling page's fields as they are typed: percents, and empty texts where nothing is typed yet. */
export interface SamplingForm {
  readonly design: SamplingDesign
  readonly place: 'township' | 'village'
  readonly sizeBy: 'number' | 'margin'
  readonly households: number | ''
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
}

export const NEW_FORM: SamplingForm = {
  design: 'stratified',
  place: 'township',
  sizeBy: 'number',
  households: '',
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

/** The plan that a sound form stands for. */
export function planOf(
  form: SamplingForm,
  frame: readonly FrameHousehold[],
  supervised: ReadonlySet<string>,
): SamplingPlan {
  const { design, place, seed, without } = form
  const present = new Set(frame.map(({ village }) => village))
  const types = new Set(frame.map(({ type }) => type))
  return {
    seed: seed.trim(),
    design,
    place,
    size:
      design === 'all' || form.sizeBy === 'number'
        ? { by: 'number', households: design === 'all' ? 0 : Number(form.households) }
        : {
            by: 'margin',
            margin: Number(form.marginPercent) / 100,
            share: Number(form.sharePercent) / 100,
            designEffect: Number(form.designEffect),
          },
    villages: design === 'cluster' ? Number(form.villages) : null,
    types: [...types].filter((type) => !without.includes(type)).sort(),
    supervised: [...supervised].filter((village) => present.has(village)).sort(),
    marked: { households: keysIn(form.marked), rate: Number(form.markedRate) },
    visited: { households: keysIn(form.visited), rate: form.visitedRate },
    reserve: Number(form.reservePercent) / 100,
  }
}

/** The keys of a text, one a line, each once. */
export function keysIn(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}

function sizeFields({ sizeBy }: SamplingForm): readonly NumberField[] {
  return sizeBy === 'number' ? ['households'] : ['marginPercent', 'sharePercent', 'designEffect']
}

function percents([least, most]: readonly [number, number]): readonly [number, number] {
  return [least * 100, most * 100]
}
