import { refusal, success, type Result } from '../../../domain/shared/Result'
import type { NewProject, ProjectShelf } from '../../store/ProjectShelf'
import type { ProjectStore } from '../../store/ProjectStore'
import { codeText, readCode } from './codeText'
import { checkDevice, parseDeviceJson, type DeviceCode } from './deviceCode'
import { followLead } from './keepRoll'
import type { TeamPort } from '../TeamPort'

/** What a lead's device shows for others to join its project. */
export interface ProjectCode {
  readonly project: string
  readonly title: string
  readonly lead: DeviceCode
}

/** Its code, one line without gaps (`groupedCode` has it for people). */
export function projectCodeText({ project, title, lead }: ProjectCode, port: TeamPort): string {
  const { device, recipient, names } = lead
  return codeText('project', { hex: [project, device], recipient, words: [title, ...names] }, port)
}

/** Refused: `project_code_unreadable`, `device_code_damaged` (altered, or cut short). */
export function parseProjectCode(text: string, port: TeamPort): Result<ProjectCode> {
  const read = readCode('project', text, [32, 64], port)
  if (read === 'damaged') return refusal('device_code_damaged')
  if (read === 'none') return parseProjectJson(text, port)
  const [project = '', device = ''] = read.hex
  const [title = '', ...names] = read.words
  const lead = checkDevice({ ...read, hex: [device], words: names }, port)
  return lead.ok ? success({ project, title, lead: lead.value }) : lead
}

/** A code as it was written before. */
function parseProjectJson(text: string, port: TeamPort): Result<ProjectCode> {
  const parsed = parseJson(text) as Partial<
    Record<'yihuProject' | 'project' | 'title' | 'lead', unknown>
  > | null
  if (typeof parsed !== 'object' || parsed?.yihuProject !== 1) return refusal('project_code_unreadable')
  const { project, title, lead } = parsed
  if (typeof project !== 'string' || !/^[0-9a-f]{32}$/.test(project) || typeof title !== 'string')
    return refusal('project_code_unreadable')
  const code = parseDeviceJson(lead, port)
  return code.ok ? success({ project, title, lead: code.value }) : code
}

/**
 * Makes this device's own store of a lead's project, empty until the first assignment comes: both people have compared the lead's
 * fingerprint. Refused: `project_known` (it is here already), and what `ProjectShelf.create` refuses.
 */
export async function joinProject(
  shelf: ProjectShelf,
  { project, title, lead }: ProjectCode,
  protection: NewProject['protection'],
): Promise<Result<ProjectStore>> {
  const known = await shelf.list()
  if (known.some(({ projectId }) => projectId === project)) return refusal('project_known', title)
  const created = await shelf.create({ title, protection, projectId: project })
  if (!created.ok) return created
  const followed = await followLead(created.value, lead.device)
  if (followed.ok) return created
  await created.value.close()
  return followed
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
