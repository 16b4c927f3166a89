/** Why a camera or microphone gives nothing: there is none, it is not allowed, or another program has it. */
export type DeviceFault = 'none' | 'refused' | 'busy'

/** What a camera or microphone sees or hears, until it is closed. */
export async function openDevice(wanted: MediaStreamConstraints): Promise<MediaStream | DeviceFault> {
  try {
    return await navigator.mediaDevices.getUserMedia(wanted)
  } catch (error) {
    return faultNamed(error instanceof Error ? error.name : '')
  }
}

/** Switches it off: its light goes out. */
export function closeDevice(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

function faultNamed(name: string): DeviceFault {
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'none'
  }
}
