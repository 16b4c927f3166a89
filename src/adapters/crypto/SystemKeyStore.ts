/** The operating system's key store, where the platform has a real one. Returns undefined where it has none or refuses. */
export interface SystemKeyStore {
  wrap(key: Uint8Array): Promise<Uint8Array | undefined>
  unwrap(wrapped: Uint8Array): Promise<Uint8Array | undefined>
}

/** For platforms without a key store: the passcode is the only way in. */
export const NO_KEY_STORE: SystemKeyStore = {
  wrap: () => Promise.resolve(undefined),
  unwrap: () => Promise.resolve(undefined),
}
