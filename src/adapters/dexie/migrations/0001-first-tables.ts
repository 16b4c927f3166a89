import type { Migration } from './Migration'

/** `project` holds the header and the state under their names; everything else is described in `SealedIndex`. */
export const firstTables: Migration = {
  number: 1,
  name: 'first-tables',
  tables: {
    project: 'name',
    rows: 'position, entity, scope',
    blocks: '[document+block], position',
    households: 'scope, mark',
    replicas: 'replica',
    summaries: 'group',
  },
}
