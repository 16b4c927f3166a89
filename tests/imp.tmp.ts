import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
const root=process.argv[2]
const { importFiles } = await import(root+'/tests/fixtures/roster/importFiles.ts')
for (const f of process.argv.slice(3)) { const b=readFileSync(f); for(let i=0;i<3;i++){const t=performance.now(); const r=importFiles([f.split('/').pop(),b]); console.log(root, f, Math.round(performance.now()-t), r.households.length, r.problems.length)} }
