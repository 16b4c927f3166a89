import { basename } from 'node:path'
import * as v from 'valibot'
import { readSheets } from '../adapters/excel/readSheets'
import { readFileBytes } from '../adapters/files/readFileBytes'
import { formsWith } from '../adapters/resources/instruments'
import { ADDITIONAL_FORM } from '../application/project/additionalForm'
import type { ProjectKind } from '../application/project/ProjectSettings'
import { readAdditional, type ReadAdditional } from '../application/xlsform/additional/readAdditional'
import type { Forms } from '../domain/instrument/Forms'
import type { Problem } from '../domain/shared/Problem'
import { success, type Result } from '../domain/shared/Result'

/** The forms with the additional groups of an XLSForm, or of an export, and what was passed over in it; the standard ones where none is given. */
export async function readForms(
  additional: string | null,
  kind: ProjectKind = 'assessment',
): Promise<Result<Forms & { readonly warnings: readonly Problem[] }>> {
  const standard = formsWith(undefined, kind)
  if (!standard.ok) return standard
  if (additional === null) return success({ ...standard.value, warnings: [] })
  const file = { name: basename(additional), bytes: await readFileBytes(additional) }
  const read = exported(file.bytes) ?? readAdditional(file, standard.value.currentInstrument.data, readSheets)
  if (!read.ok) return read
  const { form, warnings } = read.value
  const forms = formsWith({ current: form, known: [form] }, kind)
  return forms.ok ? success({ ...forms.value, warnings }) : forms
}

/** What `yihu export --additional` wrote; null for anything else. */
function exported(bytes: Uint8Array): Result<ReadAdditional> | null {
  if (bytes[0] !== OPENING_BRACE) return null
  try {
    const form: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return v.is(ADDITIONAL_FORM, form) ? success({ form, warnings: [] }) : null
  } catch {
    return null
  }
}

const OPENING_BRACE = 0x7b
