import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { AttachmentHash } from '../../application/store/ProjectStore'

/** The name of an attachment: the SHA-256 of its bytes, in hex. */
export function attachmentHash(bytes: Uint8Array): AttachmentHash {
  return bytesToHex(sha256(bytes))
}
