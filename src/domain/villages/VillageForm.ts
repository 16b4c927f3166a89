import type { EvidenceKind } from '../shared/Evidence'

/**
 * The village's one page: what the sources ask of a village besides its households (S29: development of the area,
 * policies landing; S14: exits made known to the people). Few facts, each with how it is known; no rule reads them.
 */
export const VILLAGE_FACTS = [
  { name: 'informant', kind: 'text' },
  { name: 'total_persons', kind: 'count' },
  { name: 'registered_persons', kind: 'count' },
  { name: 'list_published', kind: 'yes_no' },
  { name: 'hard_road', kind: 'share' },
  { name: 'power', kind: 'share' },
  { name: 'central_water', kind: 'share' },
  { name: 'telecom', kind: 'share' },
  { name: 'broadband', kind: 'yes_no' },
  { name: 'clinic_and_doctor', kind: 'yes_no' },
  { name: 'service_building', kind: 'yes_no' },
  { name: 'ecommerce_point', kind: 'yes_no' },
  { name: 'collective_income_yuan', kind: 'amount' },
] as const satisfies readonly { readonly name: string; readonly kind: VillageFactKind }[]

export type VillageFactName = (typeof VILLAGE_FACTS)[number]['name']

/** `share`: of the hamlets, all, part or none. `count`: persons. `amount`: yuan a year. */
export type VillageFactKind = 'text' | 'count' | 'amount' | 'yes_no' | 'share'

/** The choices of the kinds that have any. */
export const VILLAGE_CHOICES = { yes_no: ['yes', 'no'], share: ['all', 'part', 'none'] } as const

/** Text, choice, whole persons, or yuan. */
export interface VillageFact {
  readonly value: string | number
  readonly evidence: EvidenceKind
}

export type VillageForm = Readonly<Partial<Record<VillageFactName, VillageFact>>>

/** How a fact of a village may be known: from somebody's statement, seen, or in papers. */
export const VILLAGE_EVIDENCE = [
  'respondent',
  'document',
  'observed',
] as const satisfies readonly EvidenceKind[]
