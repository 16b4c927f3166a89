import { DatabaseError } from 'pg'
import type { ProblemCode } from '../../../domain/shared/ProblemCode'
import { PostgresTrouble } from './PostgresTrouble'

/** By the codes of PostgreSQL (its manual, appendix A); of a code that is not here, its class counts. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  '0A000': 'postgres_lacks_feature',
  '08': 'postgres_lost',
  '28': 'postgres_login_refused',
  '3D000': 'postgres_no_database',
  '42501': 'postgres_not_permitted',
  '53100': 'postgres_disk_full',
  '53200': 'postgres_out_of_memory',
  '53300': 'postgres_unreachable',
  '57P01': 'postgres_lost',
  '57P02': 'postgres_lost',
  '57P03': 'postgres_unreachable',
}

/** What a server answered, as a trouble of the server at `place`. Anything else is returned as it is: it is not the server's. */
export function troubleOf(error: unknown, place: string): unknown {
  if (!(error instanceof DatabaseError)) return error
  const state = error.code ?? ''
  const code = CODES[state] ?? CODES[state.slice(0, 2)] ?? 'postgres_refused'
  return new PostgresTrouble(code, place, { state, said: error.message }, error)
}
