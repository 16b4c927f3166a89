const FIRST_SIZE = 1024

type Numbers = Uint8Array | Uint32Array | Float64Array

/** A column of numbers that grows by appending, kept in one typed array. */
export class GrowingColumn<Column extends Numbers> {
  readonly #make: (size: number) => Column
  #room: Column
  #size = 0

  constructor(make: (size: number) => Column) {
    this.#make = make
    this.#room = make(FIRST_SIZE)
  }

  get size(): number {
    return this.#size
  }

  push(value: number): void {
    if (this.#size === this.#room.length) {
      const wider = this.#make(this.#room.length * 2)
      wider.set(this.#room)
      this.#room = wider
    }
    this.#room[this.#size++] = value
  }

  /** A number that was appended; undefined beyond the last. */
  at(place: number): number | undefined {
    return place < this.#size ? this.#room[place] : undefined
  }

  /** The numbers appended so far, without a copy: valid until the next one is. */
  get values(): Column {
    return this.#room.subarray(0, this.#size) as Column
  }
}
