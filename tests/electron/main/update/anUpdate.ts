import { createHash, randomBytes } from 'node:crypto'
import type { ReadableFile } from '../../../../electron/disk/openToRead'
import { publicKeyOf } from '../../../../electron/release/updateKeyFile'
import type { UpdateTarget } from '../../../../electron/main/update/checkUpdate'
import { encodeHead } from '../../../../electron/main/update/updateFormat'
import type { UpdateManifest } from '../../../../electron/main/update/UpdateManifest'

export const SEED = randomBytes(32)
export const INSTALLER = Buffer.from('#!/bin/sh\necho installed\n')

/** The laptop that `anUpdate` fits. */
export const LAPTOP: UpdateTarget = {
  key: publicKeyOf(SEED),
  version: '0.1.0',
  platform: 'linux',
  arch: 'x64',
  oldestData: 2,
}

export function aManifest(changed: Partial<UpdateManifest> = {}, bytes = INSTALLER): UpdateManifest {
  return {
    version: '0.2.0',
    platform: 'linux',
    arch: 'x64',
    installer: {
      name: 'yihu_0.2.0_amd64.deb',
      kind: 'deb',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
    oldestData: 2,
    builtAt: '2021-01-31T08:00:00.000Z',
    notes: { 'zh-CN': '更快', en: 'faster' },
    ...changed,
  }
}

/** The bytes of an update file of the made-up installer. */
export function anUpdate(changed: Partial<UpdateManifest> = {}, seed: Uint8Array = SEED): Buffer {
  return Buffer.concat([encodeHead(aManifest(changed), seed), INSTALLER])
}

/** A file in memory. */
export function fileOf(bytes: Uint8Array): ReadableFile {
  return {
    size: () => Promise.resolve(bytes.length),
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
    close: () => Promise.resolve(),
  }
}
