import type { Instrument } from './loadInstrument'

/** The forms that this app knows. */
export interface Forms {
  instrumentOf(version: string): Instrument | undefined
  /** Of new interviews, and of households without one. */
  readonly currentInstrument: Instrument
}

/** The form of an interview by the version that it was begun with; undefined for one that this app does not know. */
export function formOf(
  { instrumentOf, currentInstrument }: Forms,
  version: string | undefined,
): Instrument | undefined {
  return version === undefined ? currentInstrument : instrumentOf(version)
}
