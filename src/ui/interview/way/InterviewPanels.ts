import type { Ref } from 'vue'

/** The panel that ends the visit, as far as keys concern it. */
export interface ClosingPanel {
  readonly isClosed: boolean
  digit(number: number): unknown
  save(): unknown
}

/** The ledger read aloud, as far as keys concern it. */
export interface ReadingPanel {
  /** The household is asked whether it is right. */
  readonly isRead: boolean
  /** False when all lines are read. */
  next(): Promise<boolean>
  /** False at the first line. */
  previous(): boolean
  correct(): void
}

export interface InterviewPanels {
  readonly closing: Readonly<Ref<ClosingPanel | null>>
  readonly reading: Readonly<Ref<ReadingPanel | null>>
  nextHousehold(): Promise<void>
  leave(): Promise<void>
}
