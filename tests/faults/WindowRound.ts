import { join } from 'node:path'
import type { SeededRandom } from '../../src/domain/shared/seededRandom'
import type { ElectronRunning } from '../e2e/launchElectron'
import type { Tally } from './Tally'
import type { WindowAccount } from './WindowAccount'

/** What lives through a round with the real window. */
export interface WindowRound {
  readonly random: SeededRandom
  readonly tally: Tally
  readonly account: WindowAccount
  /** A folder of the round's own: the profile is in it, and what is exported. */
  readonly folder: string
  readonly wrongs: string[]
  /** The profile has a small disk of its own, which is filled. */
  readonly isOnSmallDisk: boolean
  launch(profile: string): Promise<ElectronRunning>
}

export function profileOf({ folder }: Pick<WindowRound, 'folder'>): string {
  return join(folder, 'profile')
}

export function workbookOf({ folder }: WindowRound): string {
  return join(folder, 'exports/review.xlsx')
}
