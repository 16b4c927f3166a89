import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

export interface Fault {
  /** Operations upon files below this folder count; those of Node itself do not. */
  readonly under: string
  /** The first operation that fails, from 1; 0 for none. */
  readonly at: number
  /** `kill`: the process dies there. */
  readonly code: string
  /** Every later one fails too, but for removals: as on a full disk. */
  readonly goesOn: boolean
}

const NONE: Fault = { under: '', at: 0, code: '', goesOn: false }
let fault = NONE
let done = 0
let isInstalled = false
const pathsOf = new Map<number, string>()
const pathsOfHandles = new WeakMap<object, string>()

/** Gives the disk a fault until `heal`; gives how many operations there were. */
export function failDisk(wanted: Fault): void {
  if (!isInstalled) install()
  isInstalled = true
  fault = wanted
  done = 0
}

export function heal(): number {
  fault = NONE
  return done
}

/** The real functions with a fault before them, wherever they were imported by name already. */
function install(): void {
  const { promises } = fs
  for (const name of ['readFile', 'readdir', 'rename', 'link', 'mkdir', 'stat', 'realpath', 'rm'] as const)
    wrap(promises, name, name)
  wrap(promises, 'open', 'open', (opened, path) => {
    void Promise.resolve(opened as Promise<object>).then(
      (handle) => {
        pathsOfHandles.set(handle, path)
        wrapHandle(handle)
      },
      () => undefined,
    )
  })
  wrapCallback('open', true)
  for (const name of ['read', 'write', 'writev', 'fsync', 'fdatasync'] as const) wrapCallback(name, false)
  wrapNow('openSync', true)
  wrapNow('readFileSync', true)
  wrapNow('readSync', false)
  syncBuiltinESMExports()
}

type AnyFunction = (...args: unknown[]) => unknown
type Functions = Record<string, AnyFunction>

function wrap(
  of: object,
  name: string,
  syscall: string,
  then?: (result: unknown, path: string) => void,
): void {
  const functions = of as Functions
  const real = functions[name] as AnyFunction
  functions[name] = (...args) => {
    const path = String(args[0])
    const error = faultAt(path, syscall)
    if (error !== undefined) return Promise.reject(error)
    const result = real.apply(of, args)
    then?.(result, path)
    return result
  }
}

/** Methods of an open file: once for all of them, as they share a prototype. */
function wrapHandle(handle: object): void {
  const prototype = Object.getPrototypeOf(handle) as Functions & { isWrapped?: boolean }
  if (Object.hasOwn(prototype, 'isWrapped')) return
  Object.defineProperty(prototype, 'isWrapped', { value: true })
  for (const name of ['writeFile', 'write', 'sync', 'datasync']) {
    const real = prototype[name] as AnyFunction
    prototype[name] = function (this: object, ...args) {
      const error = faultAt(pathsOfHandles.get(this), name)
      return error === undefined ? real.apply(this, args) : Promise.reject(error)
    }
  }
}

function wrapCallback(
  name: 'open' | 'read' | 'write' | 'writev' | 'fsync' | 'fdatasync',
  isPath: boolean,
): void {
  const functions = fs as unknown as Functions
  const real = functions[name] as AnyFunction
  functions[name] = (...args) => {
    const tell = args.at(-1) as (error: Error | null, result?: number) => void
    const path = isPath ? String(args[0]) : pathsOf.get(args[0] as number)
    const error = faultAt(path, name)
    if (error !== undefined) return process.nextTick(() => tell(error))
    if (!isPath) return real.apply(fs, args)
    const told = (failed: Error | null, opened?: number): void => {
      if (opened !== undefined) pathsOf.set(opened, String(path))
      tell(failed, opened)
    }
    return real.apply(fs, [...args.slice(0, -1), told])
  }
}

function wrapNow(name: 'openSync' | 'readFileSync' | 'readSync', isPath: boolean): void {
  const functions = fs as unknown as Functions
  const real = functions[name] as AnyFunction
  functions[name] = (...args) => {
    const path = isPath ? String(args[0]) : pathsOf.get(args[0] as number)
    const error = faultAt(path, name.replace('Sync', ''))
    if (error !== undefined) throw error
    const result = real.apply(fs, args)
    if (name === 'openSync') pathsOf.set(result as number, String(path))
    return result
  }
}

const READS: ReadonlySet<string> = new Set(['read', 'readFile', 'readdir', 'stat', 'realpath'])
const ONLY_WRITES: ReadonlySet<string> = new Set(['ENOSPC', 'EROFS'])

function faultAt(path: string | undefined, syscall: string): Error | undefined {
  if (path === undefined || fault.at === 0 || !path.startsWith(fault.under)) return undefined
  if (ONLY_WRITES.has(fault.code) && READS.has(syscall)) return undefined
  done += 1
  if (done < fault.at || (done > fault.at && (!fault.goesOn || syscall === 'rm'))) return undefined
  if (fault.code === 'kill') process.kill(process.pid, 'SIGKILL')
  const error = new Error(`${fault.code}: a fault of the disk, ${syscall}`)
  return Object.assign(error, { code: fault.code, syscall, errno: -1, path })
}
