import { basename } from 'node:path'
import { digest } from '../adapters/crypto/digest'
import { readSheets } from '../adapters/excel/readSheets'
import { readFileBytes } from '../adapters/files/readFileBytes'
import { formsWith, KNOWN_FORMS } from '../adapters/resources/instruments'
import { readAdditional } from '../application/xlsform/additional/readAdditional'
import type { Forms } from '../domain/instrument/Forms'
import type { Problem } from '../domain/shared/Problem'
import { success, type Result } from '../domain/shared/Result'

/** The forms with the additional groups of an XLSForm, and what was passed over in it; the standard ones where none is given. */
export async function readForms(
  additional: string | null,
): Promise<Result<Forms & { readonly warnings: readonly Problem[] }>> {
  if (additional === null) return success({ ...KNOWN_FORMS, warnings: [] })
  const file = { name: basename(additional), bytes: await readFileBytes(additional) }
  const read = readAdditional(file, KNOWN_FORMS.currentInstrument.data, { readSheets, digest })
  if (!read.ok) return read
  const { form, warnings } = read.value
  const forms = formsWith({ current: form, known: [form] })
  return forms.ok ? success({ ...forms.value, warnings }) : forms
}
