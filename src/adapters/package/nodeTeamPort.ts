import { inflateRawSync } from 'node:zlib'
import type { TeamPort } from '../../application/team/TeamPort'
import { nativeDigest } from '../crypto/nativeDigest'
import { decodeNatively } from '../folder/decodeNatively'
import type { BulkWays } from './bulkWays'
import { openPackage, openProjectChangesOf } from './openPackage'
import { TEAM_PORT } from './teamPort'

const NODE_WAYS: BulkWays = {
  hash(text) {
    const bytes = Buffer.from(text)
    return { hash: nativeDigest(bytes), bytes }
  },
  decode: decodeNatively,
  inflate: (packed, size) => inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }),
}

/** The same port for the terminal, which has hundreds of packages to read. */
export const NODE_TEAM_PORT: TeamPort = {
  ...TEAM_PORT,
  hashText: nativeDigest,
  open: (file, bytes, identity) => openPackage(file, bytes, identity, NODE_WAYS),
  wordOf: (device, bytes, identity) => openProjectChangesOf(device, bytes, identity, NODE_WAYS),
}
