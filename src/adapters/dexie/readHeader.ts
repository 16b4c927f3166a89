/** A project's header from its database, whatever its version; undefined when there is none. Never makes a database. */
export function readHeader(databaseName: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName)
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = () => resolve(undefined)
    opening.onsuccess = () => {
      const database = opening.result
      if (!database.objectStoreNames.contains('project')) {
        database.close()
        resolve(undefined)
        return
      }
      const request = database.transaction('project').objectStore('project').get('header')
      request.onsuccess = () => {
        database.close()
        resolve(textOf(request.result))
      }
      request.onerror = () => reject(request.error ?? new Error('the header cannot be read'))
    }
  })
}

function textOf(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null || !('text' in row)) return undefined
  return typeof row.text === 'string' ? row.text : undefined
}
