import type { RosterHousehold } from '../../domain/roster/Roster'

/** Whom forms are made for. A village may be named by itself or with its county and township, as `villageOf` does. */
export type FormScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'village'; readonly village: string }
  /** `name`: what they are called together in a file's name. */
  | { readonly kind: 'households'; readonly ids: ReadonlySet<string>; readonly name?: string }

/** The same by the households themselves, as the window knows them. */
export type ListedScope = Exclude<FormScope, { readonly kind: 'village' }>

export function isInScope(scope: FormScope, household: RosterHousehold): boolean {
  switch (scope.kind) {
    case 'all':
      return true
    case 'village':
      return namesOfVillage(household).includes(scope.village)
    case 'households':
      return scope.ids.has(household.id)
  }
}

/** What a village may be called: its name, with its township, with its county. */
function namesOfVillage({ county, township, village }: RosterHousehold): readonly string[] {
  const parts = [county, township, village].map((part) => part ?? '')
  return [parts.join('/'), parts.slice(1).join('/'), parts[2] ?? '']
}
