import { identityToRecipient } from 'age-encryption'
import type { TeamPort } from '../../application/team/TeamPort'
import { headerText } from '../../domain/team/Segment'
import { ageIdentityOf, fingerprintOf, isReplicaOf, newReplicaOf, signText } from '../crypto/deviceKeys'
import { digest } from '../crypto/digest'
import { openPackage, openProjectChangesOf } from './openPackage'
import { writePackage } from './packageFile'

/** The real keys, signatures, seals and files, for Node and the browser. */
export const TEAM_PORT: TeamPort = {
  newReplicaOf: (device) => newReplicaOf(device),
  isReplicaOf,
  fingerprintOf,
  async newRecoveryKey() {
    const identity = ageIdentityOf()
    return { identity, recipient: await identityToRecipient(identity) }
  },
  hashText: digest,
  sign(keys, header) {
    const text = headerText(header)
    return { header, hash: digest(text), signature: signText(keys, text) }
  },
  write: writePackage,
  open: openPackage,
  wordOf: openProjectChangesOf,
}
