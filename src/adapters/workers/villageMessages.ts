import type { VillageWork } from '../../application/workbook/villageWork'

/** Messages to a worker that makes something of a project's villages: what is wanted, village after village, then that there are no more. */
export type VillageMessage<Request> =
  | { readonly kind: 'begin'; readonly request: Request }
  | { readonly kind: 'village'; readonly village: VillageWork }
  | { readonly kind: 'write' }

/** The same in their order. */
export async function* villageMessages<Request>(
  request: Request,
  villages: AsyncIterable<VillageWork>,
): AsyncGenerator<VillageMessage<Request>> {
  yield { kind: 'begin', request }
  for await (const village of villages) yield { kind: 'village', village }
  yield { kind: 'write' }
}
