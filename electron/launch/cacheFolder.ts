import { homedir } from 'node:os'
import { join } from 'node:path'

/** Yihu's folder in the user's cache: outliving `node_modules`, shared by checkouts, safe to delete. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const base = environment['XDG_CACHE_HOME']
  return join(base === undefined || base === '' ? join(homedir(), '.cache') : base, 'yihu')
}
