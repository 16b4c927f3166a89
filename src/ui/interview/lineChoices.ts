/** What a ledger line's state is chosen from: one key answers the state and, for transfers, whether it is for once. */
export interface LineState {
  readonly state: string
  readonly oneOff: 'yes' | 'no' | null
}

const STATES: readonly LineState[] = ['received', 'own_consumption', 'unsold', 'expected'].map((state) => ({
  state,
  oneOff: null,
}))

const TRANSFER_STATES: readonly LineState[] = [
  { state: 'received', oneOff: 'no' },
  { state: 'received', oneOff: 'yes' },
  { state: 'expected', oneOff: 'no' },
  { state: 'expected', oneOff: 'yes' },
]

/** The states of a line of this kind, in the order of their digits. */
export function lineStates(kind: string | undefined): readonly LineState[] {
  return kind === 'transfer' ? TRANSFER_STATES : STATES
}
