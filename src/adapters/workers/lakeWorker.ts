/// <reference lib="webworker" />
import type { LakeRequest } from '../../application/lake/LakeRequest'
import type { Result } from '../../domain/shared/Result'
import { lakeArchive, type LakeArchive } from '../lake/lakeArchive'
import { takeMessages } from './takeMessages'
import type { VillageMessage } from './villageMessages'

let archive: Result<LakeArchive> | null = null

/** Makes a project's partition of a lake off the window's thread. */
takeMessages((data: VillageMessage<LakeRequest>) => {
  if (data.kind === 'begin') archive = lakeArchive(data.request)
  else if (archive === null) throw new Error('a village came before what to write of it')
  else if (data.kind === 'village') {
    if (archive.ok) archive.value.take(data.village)
  } else {
    const made = archive.ok ? archive.value.done() : archive
    self.postMessage(made, made.ok ? [made.value.buffer as ArrayBuffer] : [])
  }
})
