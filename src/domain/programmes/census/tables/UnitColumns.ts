import type { CompiledTable } from './CompiledTable'
import { GrowingColumn } from './GrowingColumn'

/** How one table codes each case of a population. */
export interface CodeColumn {
  /** See `Coding`. */
  readonly codes: Uint8Array | Uint32Array
  /** Masks of the rows that each case answered; null where the table has one base. */
  readonly known: Uint32Array | null
}

interface GrowingCodes {
  readonly codes: GrowingColumn<Uint8Array | Uint32Array>
  readonly known: GrowingColumn<Uint32Array> | null
}

/** The cases of one kind (households, persons, villages, the county) as columns: one number a case. */
export class UnitColumns {
  /** Household, member or village; those of a member alone do not name a person, `owners` does. */
  readonly ids: string[] = []
  readonly #villages = new GrowingColumn((size) => new Uint32Array(size))
  readonly #owners = new GrowingColumn((size) => new Uint32Array(size))
  readonly #tables: ReadonlyMap<string, GrowingCodes>

  constructor(tables: readonly CompiledTable[]) {
    this.#tables = new Map(
      tables
        .filter(({ coding }) => coding.kind !== 'amounts')
        .map((table) => [table.id, growingCodes(table)]),
    )
  }

  get size(): number {
    return this.ids.length
  }

  /** Number of each case's village in the book. */
  get villages(): Uint32Array {
    return this.#villages.values
  }

  /** Number of each case's household in the book; of a household its own. */
  get owners(): Uint32Array {
    return this.#owners.values
  }

  has(table: string): boolean {
    return this.#tables.has(table)
  }

  /** The codes of a table; undefined where it is not about such cases. */
  of(table: string): CodeColumn | undefined {
    const own = this.#tables.get(table)
    return own && { codes: own.codes.values, known: own.known?.values ?? null }
  }

  /** How a table codes one case, without a view of all; undefined where it is not about such cases. `known`: null where the table has one base. */
  codeAt(table: string, at: number): { readonly code: number; readonly known: number | null } | undefined {
    const own = this.#tables.get(table)
    const code = own?.codes.at(at)
    return code === undefined ? undefined : { code, known: own?.known?.at(at) ?? null }
  }

  /** A new case. Returns its number; its code follows for every table (`push`). */
  add(id: string, village: number, owner: number): number {
    this.ids.push(id)
    this.#villages.push(village)
    this.#owners.push(owner)
    return this.ids.length - 1
  }

  /** The new case's code in a table. */
  push(table: string, code: number, known: number): void {
    const own = this.#tables.get(table)
    own?.codes.push(code)
    own?.known?.push(known)
  }
}

function growingCodes({ coding }: CompiledTable): GrowingCodes {
  const isWide = coding.kind === 'several'
  return {
    codes: isWide
      ? new GrowingColumn<Uint8Array | Uint32Array>((size) => new Uint32Array(size))
      : new GrowingColumn<Uint8Array | Uint32Array>((size) => new Uint8Array(size)),
    known:
      coding.kind === 'several' && coding.known !== null
        ? new GrowingColumn((size) => new Uint32Array(size))
        : null,
  }
}
