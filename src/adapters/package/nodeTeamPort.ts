import type { TeamPort } from '../../application/team/TeamPort'
import { nativeDigest } from '../crypto/nativeDigest'
import { openPackage } from './openPackage'
import { TEAM_PORT } from './teamPort'

/** The same port for the terminal, which has hundreds of packages to hash. */
export const NODE_TEAM_PORT: TeamPort = {
  ...TEAM_PORT,
  hashText: nativeDigest,
  open: (file, bytes, identity) => openPackage(file, bytes, identity, nativeDigest),
}
