import { readFileSync } from 'node:fs'
import { schemaErrorsOf } from './office/schemaErrorsOf'
const e = await schemaErrorsOf(readFileSync(process.argv[2]!))
console.log(e.length, e.slice(0,8))
