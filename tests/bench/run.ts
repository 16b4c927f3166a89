import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What a `*.bench.ts` exports: it prints its ratios and says whether they keep its limits. */
export interface Bench {
  readonly bench: () => Promise<boolean>
}

const wanted = process.argv.slice(2)
const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.bench.ts')).sort()
const chosen = files.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
if (chosen.length === 0) console.log(`No benchmark of that name. There are: ${files.join(' ') || 'none yet'}`)

for (const name of chosen) {
  console.log(`\n== ${name}`)
  const { bench } = (await import(join(import.meta.dirname, name))) as Bench
  if (!(await bench())) {
    console.log(`-- ${name}: over its limit`)
    process.exitCode = 1
  }
}
