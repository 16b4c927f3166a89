import { describe } from 'vitest'
import { hasOffice } from './soffice'

/** Tests that need LibreOffice; where it is missing they are skipped, and their names say why. */
export function describeWithOffice(name: string, tests: () => void): void {
  describeWhere(hasOffice(), 'there is no LibreOffice; npm run setup, or SOFFICE_PATH', name, tests)
}

function describeWhere(isThere: boolean, reason: string, name: string, tests: () => void): void {
  describe.skipIf(!isThere)(isThere ? name : `[${reason}] ${name}`, tests)
}
