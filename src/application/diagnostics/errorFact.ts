import type { ErrorFact } from './MachineFacts'

/** A line of a stack that names a script with line and column, at its end. */
const FRAME = /([\w.-]+\.c?js):(\d{1,6}):(\d{1,7})\)?$/
const FRAMES_KEPT = 12

/** An error as diagnostics keep it; `scripts`: names of the app's own files, since a message can look like a line of a stack. */
export function errorFact(error: unknown, at: string, scripts: ReadonlySet<string>): ErrorFact {
  if (!(error instanceof Error)) return { at, name: 'Error', code: null, frames: [] }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return { at, name: error.name, code, frames: framesOf(error, scripts) }
}

function framesOf({ message, stack = '' }: Error, scripts: ReadonlySet<string>): readonly string[] {
  const behind = stack.indexOf(message) + message.length
  const frames = stack
    .slice(behind)
    .split('\n')
    .flatMap((line) => {
      const [, script = '', row, column] = FRAME.exec(line) ?? []
      return scripts.has(script) ? [`${script}:${row}:${column}`] : []
    })
  return frames.slice(0, FRAMES_KEPT)
}
