import { describe } from 'vitest'
import { hasValidator } from './schemaErrorsOf'
import { hasReadstat } from './readstat'
import { hasOffice } from './soffice'

/** Tests that need LibreOffice; where it is missing they are skipped, and their names say why. */
export function describeWithOffice(name: string, tests: () => void): void {
  describeWhere(hasOffice(), 'there is no LibreOffice; npm run setup, or SOFFICE_PATH', name, tests)
}

/** Tests that need the validator of Open XML; where it is missing they are skipped, and their names say why. */
export function describeWithValidator(name: string, tests: () => void): void {
  const reason = `no validator of Open XML was installed for ${process.platform}-${process.arch}`
  describeWhere(hasValidator(), reason, name, tests)
}

/** Tests that need ReadStat; where it is missing they are skipped, and their names say why. */
export function describeWithReadstat(name: string, tests: () => void): void {
  describeWhere(hasReadstat(), 'there is no readstat; npm run setup', name, tests)
}

function describeWhere(isThere: boolean, reason: string, name: string, tests: () => void): void {
  describe.skipIf(!isThere)(isThere ? name : `[${reason}] ${name}`, tests)
}
