import { spawn } from 'node:child_process'

/** Runs a program that goes on by itself when this one ends. Rejects with the system's error where it cannot be started. */
export function runDetached(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, [], { detached: true, stdio: 'ignore' })
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}
