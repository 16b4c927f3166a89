import type { ProjectSettings } from '../../application/project/ProjectSettings'
import { xlsformSheets } from '../../application/xlsform/xlsformSheets'
import { success, type Result } from '../../domain/shared/Result'
import { writeWorkbook } from '../excel/writeWorkbook'
import { formOut } from '../resources/formOut'
import { rulesOf } from '../resources/rulesOf'

/** The bytes of the XLSForm of a project's own form, with its additional groups. Refused: as `rulesOf` and `formOut`. */
export async function xlsformBytes(settings: ProjectSettings): Promise<Result<Uint8Array>> {
  const rules = rulesOf(settings)
  if (!rules.ok) return rules
  const form = formOut(rules.value.currentInstrument, settings)
  return form.ok ? success(await writeWorkbook(xlsformSheets(form.value))) : form
}
