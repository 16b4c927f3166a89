import type { ChangeId, ReplicaId } from './Change'

const REPLICA_LENGTH = 32
const CHANGE_ID = /^([0-9a-f]{32}):([1-9][0-9]{0,14})$/

export interface ChangeIdParts {
  readonly replica: ReplicaId
  readonly seq: number
}

export function isChangeId(text: string): text is ChangeId {
  return CHANGE_ID.test(text)
}

export function makeChangeId(replica: ReplicaId, seq: number): ChangeId {
  return `${replica}:${seq}`
}

/** The two parts of a change's id. Throws on anything else: ids are validated where they come in. */
export function splitChangeId(id: ChangeId): ChangeIdParts {
  // Called several times for every change of a merge: the whole form is checked where ids come in, here only its parts.
  const seq = Number(id.slice(REPLICA_LENGTH + 1))
  if (id[REPLICA_LENGTH] !== ':' || !Number.isSafeInteger(seq) || seq < 1)
    throw new Error(`not a change id: ${id}`)
  return { replica: id.slice(0, REPLICA_LENGTH), seq }
}
