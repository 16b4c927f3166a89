import type { YihuBridge } from '../../../../electron/ipc-contract'
import type { SystemKeyStore } from '../../crypto/SystemKeyStore'

/** The operating system's key store over the preload's bridge. */
export function electronKeyStore(bridge: YihuBridge['keys']): SystemKeyStore {
  return {
    wrap: async (key) => bytesOf(await bridge.wrap(key)),
    unwrap: async (wrapped) => bytesOf(await bridge.unwrap(wrapped)),
  }
}

function bytesOf(answer: Awaited<ReturnType<YihuBridge['keys']['wrap']>>): Uint8Array | undefined {
  return answer.kind === 'done' ? answer.bytes : undefined
}
