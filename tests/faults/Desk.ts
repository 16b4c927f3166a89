import type { ProjectStore } from '../../src/application/store/ProjectStore'
import type { SeededRandom } from '../../src/domain/shared/seededRandom'
import type { Machine } from '../contracts/Machine'
import type { SavedAccount } from './SavedAccount'
import type { Tally } from './Tally'

/** What lives through a round, whatever becomes of machine and store. */
export interface Round {
  readonly random: SeededRandom
  readonly account: SavedAccount
  readonly tally: Tally
  /** Years that the laptop's clock is ahead of the first day; moves both ways. */
  yearsAhead: number
  /** Every passcode that was ever asked for; the one believed to open comes first. */
  passcodes: string[]
  /** What was found wrong, in a form that can be searched for. */
  readonly wrongs: string[]
}

/** One opening of the project on a machine. */
export interface Desk {
  readonly round: Round
  readonly machine: Machine
  readonly store: ProjectStore
}
