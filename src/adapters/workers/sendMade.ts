/// <reference lib="webworker" />

/** Sends the window what a worker makes; its files are handed over, not copied. */
export async function sendMade<Made>(
  making: Promise<Made>,
  filesIn: (made: Made) => readonly Uint8Array[],
): Promise<void> {
  try {
    const made = await making
    self.postMessage(made, { transfer: filesIn(made).map(({ buffer }) => buffer as ArrayBuffer) })
  } catch (error) {
    // The window does not see a rejected promise, but an error thrown outside of one.
    setTimeout(() => {
      throw error
    })
  }
}
