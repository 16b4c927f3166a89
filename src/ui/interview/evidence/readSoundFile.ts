import { SOUND } from '../../../domain/interview/soundLimits'
import { soundType } from '../../../domain/interview/soundType'

/** The file as it is to be kept; or why it is not: it is no sound that plays here, or too large. */
export async function readSoundFile(file: File): Promise<Uint8Array | 'unreadable' | 'tooLarge'> {
  if (file.size > SOUND.largestFileBytes) return 'tooLarge'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const type = soundType(bytes)
  return type !== null && (await isPlayable(new Blob([bytes], { type }))) ? bytes : 'unreadable'
}

async function isPlayable(sound: Blob): Promise<boolean> {
  const url = URL.createObjectURL(sound)
  try {
    return await new Promise((resolve) => {
      const audio = new Audio()
      audio.addEventListener('loadedmetadata', () => resolve(true))
      audio.addEventListener('error', () => resolve(false))
      audio.src = url
    })
  } finally {
    URL.revokeObjectURL(url)
  }
}
