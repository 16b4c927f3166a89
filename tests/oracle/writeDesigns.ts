/**
 * Writes the made-up designs as a table that R reads, one row a household:
 * `npx tsx tests/oracle/writeDesigns.ts > designs.csv`.
 */
import { sampleDesigns } from './sampleDesigns'

const HEADER = [
  'design',
  'household',
  'stratum',
  'cluster',
  'weight',
  'status',
  'persons',
  'against',
  'recognises',
]

const rows = sampleDesigns().flatMap(({ name, households }) =>
  households.map(({ id, sampling, status, persons, conclusion, recognises }) => [
    name,
    id,
    sampling.stratum,
    sampling.cluster ?? id,
    sampling.weight,
    status,
    persons,
    conclusion.startsWith('suspected') ? 1 : 0,
    recognises === null ? '' : recognises ? 1 : 0,
  ]),
)
const quoted = (cell: string | number | null): string =>
  typeof cell === 'string' ? `"${cell}"` : String(cell)
process.stdout.write([HEADER, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join(''))
