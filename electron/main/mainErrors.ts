import type { EventEmitter } from 'node:events'
import type { MainError } from '../ipc-contract'

const KEPT = 50
const FRAME = /((?:main|preload)\.cjs:\d{1,6}:\d{1,7})\)?$/

/** The last errors that nobody caught in a process, without their messages; what becomes of them is not changed. */
export function mainErrors(process: EventEmitter): readonly MainError[] {
  const errors: MainError[] = []
  process.on('uncaughtExceptionMonitor', (error: unknown) => {
    errors.push(factOf(error))
    if (errors.length > KEPT) errors.shift()
  })
  return errors
}

function factOf(error: unknown): MainError {
  const at = new Date().toISOString()
  if (!(error instanceof Error)) return { at, name: 'Error', code: null, frames: [] }
  const { message, name, stack = '' } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const lines = stack.slice(stack.indexOf(message) + message.length).split('\n')
  return { at, name, code, frames: lines.flatMap((line) => FRAME.exec(line)?.[1] ?? []) }
}
