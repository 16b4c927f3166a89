import { readFileSync, writeFileSync } from 'node:fs'
import { read } from 'xlsx'
import { recalculate } from './office/soffice'
const bytes = readFileSync(process.argv[2]!)
const t=Date.now()
const back = await recalculate(bytes)
console.log('ms', Date.now()-t)
writeFileSync('/tmp/wb/recalculated.xlsx', back)
const [a,b]=[read(bytes,{cellFormula:true}),read(back,{cellFormula:true})]
let n=0, bad=0, nov=0
for (const name of a.SheetNames) for (const [at,cell] of Object.entries(a.Sheets[name]!)) {
  if (at.startsWith('!')) continue
  const c=cell as any
  const d=(b.Sheets[name] as any)?.[at]
  if (c.f===undefined) { continue }
  n++
  const was=c.v, now=d?.v
  if (was===undefined||was==='' ) { if ((now??'')!=='' ) { nov++; if (d?.t==='e') {bad++; if (bad<40) console.log(name,at,'ERR',d.w,c.f)} } continue }
  const same = typeof was==='number' ? (typeof now==='number' && Math.abs(now-was)<=1e-9*Math.max(1,Math.abs(was))) : String(was)===String(now)
  if (!same) { bad++; if (bad<40) console.log(name,at,JSON.stringify(was),JSON.stringify(now ?? d?.w),c.f.slice(0,200)) }
}
console.log({n,bad,nov}, a.Workbook?.Names?.length, b.Workbook?.Names?.length)
