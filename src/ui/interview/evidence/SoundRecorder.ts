import { SOUND } from '../../../domain/interview/soundLimits'
import { closeDevice } from '../../shared/attachments/openDevice'

const OPUS = 'audio/webm;codecs=opus'

interface Part {
  readonly recorder: MediaRecorder
  /** Resolves once the part has been given away. */
  readonly ended: Promise<unknown>
}

/** Records a microphone in parts; each is given away whole as it ends. */
export class SoundRecorder {
  readonly #microphone: MediaStream
  readonly #take: (part: Blob) => void
  #part: Part

  constructor(microphone: MediaStream, take: (part: Blob) => void) {
    this.#microphone = microphone
    this.#take = take
    this.#part = this.#begin()
  }

  /** Ends the part that runs; the next one has begun by then, so that no word falls between them. */
  nextPart(): void {
    const { recorder } = this.#part
    this.#part = this.#begin()
    recorder.stop()
  }

  /** Switches the microphone off; resolves once the last part has been given away. */
  async stop(): Promise<void> {
    const { recorder, ended } = this.#part
    // One whose microphone was pulled out has ended by itself.
    if (recorder.state !== 'inactive') recorder.stop()
    await ended
    closeDevice(this.#microphone)
  }

  #begin(): Part {
    const recorder = new MediaRecorder(this.#microphone, {
      mimeType: OPUS,
      audioBitsPerSecond: SOUND.bitsPerSecond,
    })
    recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size > 0) this.#take(data)
    })
    const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve))
    recorder.start()
    return { recorder, ended }
  }
}
