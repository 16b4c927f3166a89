/// <reference lib="webworker" />
import { TAKEN } from './Backlog'

/** Takes the messages of a window that counts them (`Backlog`), in their order. */
export function takeMessages<Message>(take: (message: Message) => void): void {
  self.onmessage = ({ data }: MessageEvent<Message>) => {
    take(data)
    self.postMessage(TAKEN)
  }
}
