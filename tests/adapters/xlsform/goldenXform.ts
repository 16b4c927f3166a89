import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { formOut } from '../../../src/adapters/resources/formOut'
import { KNOWN_FORMS } from '../../../src/adapters/resources/instruments'
import { xformText } from '../../../src/adapters/xlsform/xformText'
import { valueOf } from '../../contracts/projectStoreContract'

const PATH = fileURLToPath(new URL('golden/yihu-household.xml', import.meta.url))

/** The XForm of the form as it is kept, and as it is made now. Renewed by `npx tsx tests/adapters/xlsform/renewGolden.ts`. */
export function goldenXform(): { readonly kept: string; readonly made: string } {
  return { kept: readFileSync(PATH, 'utf8'), made: madeXform() }
}

export function renewGoldenXform(): void {
  writeFileSync(PATH, madeXform())
}

function madeXform(): string {
  return xformText(valueOf(formOut(KNOWN_FORMS.currentInstrument, null)))
}
