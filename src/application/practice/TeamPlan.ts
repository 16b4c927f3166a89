import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { CountyPlan } from '../../domain/practice/listHousehold'
import type { PracticeMaterial } from '../../domain/practice/PracticeMaterial'
import type { KnownForms } from '../facts/KnownForms'
import type { ProjectStore } from '../store/ProjectStore'
import type { DeviceKeys, TeamPort } from '../team/TeamPort'

/** What a practice team needs from outside: all of it the same for the same seed. */
export interface TeamMaterial {
  readonly port: TeamPort
  /** The keys of the device of this name. */
  keysOf(device: string): Promise<DeviceKeys>
  /** An empty store of that device, with its keys kept. */
  newStore(projectId: string, keys: DeviceKeys, device: string): Promise<ProjectStore>
  readonly practice: PracticeMaterial
  readonly instrument: Instrument
  readonly forms: KnownForms
  readonly instrumentVersion: string
}

export interface TeamPlan extends CountyPlan {
  /** Assessors, 2 at least: the hand-over takes two. */
  readonly team: number
  readonly projectId: string
  readonly title: string
  /** The salt that the roster's keys are made with. */
  readonly salt: string
}

export interface TeamPackage {
  readonly assessor: string
  readonly bytes: Uint8Array
}
