import { utf8ToBytes } from '@noble/hashes/utils.js'
import { addPerson } from '../../src/application/store/addPerson'
import type { ProjectStore } from '../../src/application/store/ProjectStore'
import { valueOf } from './projectStoreContract'
import { anAnswer, AT, aVillage, INTERVIEW, PERSON } from './someWork'

/**
 * Words that only the project's content knows: none may lie readable on a disk. Long enough not to occur by chance among
 * megabytes of sealed bytes, and in no file of the app itself.
 */
export const SECRETS = [
  '欧阳翠花',
  '52010119600101001X',
  '5201010001',
  '青冈岭甲村',
  'roof_leak_seen',
  '说房子漏雨',
]

/** Does a bit of everything with the secrets in it. */
export async function workWithSecrets(store: ProjectStore): Promise<void> {
  valueOf(await addPerson(store, { id: PERSON, name: '欧阳翠花', enteredBy: PERSON, at: AT }))
  valueOf(await store.putRoster({ villages: [aVillage('青冈岭甲村', 3)] }))
  valueOf(await store.write([{ ...anAnswer('roof_leak_seen', '说房子漏雨'), reason: '欧阳翠花' }]))
  valueOf(await store.write([anAnswer('members/m-1/id_number', '52010119600101001X')]))
  await store.putSummaries('青冈岭甲村', [{ household: '5201010001', key: 'k', summary: '欧阳翠花' }], [])
  valueOf(await store.packInterview(INTERVIEW))
  valueOf(await store.write([anAnswer('roof_leak_seen', '欧阳翠花')]))
}

/** The secrets that occur in the bytes, in UTF-8 or as JavaScript keeps text in memory. */
export function secretsIn(bytes: Uint8Array): readonly string[] {
  return SECRETS.filter(
    (secret) => includesBytes(bytes, utf8ToBytes(secret)) || includesBytes(bytes, utf16(secret)),
  )
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(text, (_, index) => text.charCodeAt(index)).buffer)
}

function includesBytes(bytes: Uint8Array, part: Uint8Array): boolean {
  const first = part[0] ?? 0
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (part.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}
