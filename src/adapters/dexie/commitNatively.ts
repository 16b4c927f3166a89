import type { IndexCommit } from '../sealed/SealedIndex'

/**
 * One strictly durable transaction by IndexedDB itself: for the handful of rows of an answer, Dexie's own transactions
 * take twice as long. Rejects with the database's error; then nothing of it is stored.
 */
export function commitNatively(database: IDBDatabase, commit: IndexCommit): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storesOf(commit), 'readwrite', { durability: 'strict' })
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'))
    try {
      putAll(transaction, commit)
      // Nothing is read in it, so it can commit without waiting for the result of each put.
      if (commit.clearedMarks === undefined) transaction.commit()
    } catch (error) {
      transaction.abort()
      reject(error instanceof Error ? error : new Error(String(error)))
    }
  })
}

function putAll(transaction: IDBTransaction, commit: IndexCommit): void {
  const { header, state, rows, removedPositions, blocks, households, clearedMarks, summaries } = commit
  const store = (name: string): IDBObjectStore => transaction.objectStore(name)
  if (header !== undefined) store('project').put({ name: 'header', text: header })
  if (state !== undefined) store('project').put({ name: 'state', ...state })
  if (commit.attempts !== undefined) store('project').put({ name: 'attempts', ...commit.attempts })
  for (const position of removedPositions ?? []) store('rows').delete(position)
  for (const row of rows ?? []) store('rows').put(row)
  for (const block of blocks ?? []) store('blocks').put(block)
  for (const household of households ?? []) store('households').put(household)
  if (summaries !== undefined) store('summaries').put(summaries)
  for (const [replica, ranges] of commit.replicas ?? []) store('replicas').put({ replica, ranges })
  for (const scope of clearedMarks ?? []) clearMark(store('households'), scope)
}

function clearMark(households: IDBObjectStore, scope: string): void {
  const request: IDBRequest<unknown> = households.get(scope)
  request.onsuccess = () => {
    const household = request.result as { readonly sealedName: Uint8Array } | undefined
    if (household !== undefined) households.put({ scope, sealedName: household.sealedName })
  }
}

function storesOf(commit: IndexCommit): string[] {
  const { header, state, rows, removedPositions, replicas, blocks, households, clearedMarks, summaries } =
    commit
  const isOfProject = header !== undefined || state !== undefined || commit.attempts !== undefined
  return [
    ...(isOfProject ? ['project'] : []),
    ...(rows !== undefined || removedPositions !== undefined ? ['rows'] : []),
    ...(replicas !== undefined ? ['replicas'] : []),
    ...(blocks !== undefined ? ['blocks'] : []),
    ...(households !== undefined || clearedMarks !== undefined ? ['households'] : []),
    ...(summaries !== undefined ? ['summaries'] : []),
  ]
}
