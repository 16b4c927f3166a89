import { safeStorage } from 'electron'
import type { KeyResult } from '../ipc-contract'

/** Wraps bytes by the operating system's key store. */
export function wrapKey(key: Uint8Array): KeyResult {
  if (!hasKeyStore()) return { kind: 'unavailable' }
  try {
    return { kind: 'done', bytes: safeStorage.encryptString(Buffer.from(key).toString('base64')) }
  } catch {
    return { kind: 'failed' }
  }
}

/** Opens what `wrapKey` wrapped for the same user of the same machine; `failed` for anything else. */
export function unwrapKey(wrapped: Uint8Array): KeyResult {
  if (!hasKeyStore()) return { kind: 'unavailable' }
  try {
    return { kind: 'done', bytes: Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), 'base64') }
  } catch {
    return { kind: 'failed' }
  }
}

/** Electron's `basic_text` encrypts with a password that is in its source: that protects nothing and is not offered. */
function hasKeyStore(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return (
    process.platform !== 'linux' ||
    !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
  )
}
