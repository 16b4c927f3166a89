/** Parts of `postgres://user:password@host:port/database` that others are told. */
export interface PostgresAddress {
  /** `host:port/database`. */
  readonly place: string
  readonly host: string
  readonly port: string
  readonly user: string
  readonly database: string
}

/** Null where it is no such address, or names no host or no database. */
export function postgresAddress(text: string): PostgresAddress | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, port: given, username, pathname } = new URL(text)
  const database = decodeURIComponent(pathname.slice(1))
  if (!['postgres:', 'postgresql:'].includes(protocol) || hostname === '' || database === '') return null
  const port = given === '' ? '5432' : given
  const host = hostname.replace(/^\[|\]$/g, '')
  return {
    place: `${hostname}:${port}/${database}`,
    host,
    port,
    user: decodeURIComponent(username),
    database,
  }
}
