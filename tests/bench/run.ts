import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

// Each benchmark is a program of its own: what one leaves in memory must not weigh on the next. Words choose by name.
const wanted = process.argv.slice(2)
const all = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .sort()
const chosen = all.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
if (chosen.length === 0) console.log(`No benchmark of that name. There are: ${all.join(' ')}`)

for (const name of chosen) {
  console.log(`\n== ${name}`)
  const run = spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, name)], {
    stdio: 'inherit',
  })
  if (run.status !== 0) process.exitCode = 1
}
