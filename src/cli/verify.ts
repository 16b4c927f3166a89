import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readFileBytes } from '../adapters/files/readFileBytes'
import { NODE_TEAM_PORT } from '../adapters/package/nodeTeamPort'
import { KNOWN_FORMS } from '../adapters/resources/instruments'
import { textsOf } from '../adapters/resources/texts'
import { verifyPackage } from '../application/team/packages/verifyPackage'
import { LANGUAGES, type Language } from '../application/texts/Texts'
import type { Problem } from '../domain/shared/Problem'
import { tellingFileTrouble } from './fileProblem'
import { missingFiles, tellMissing } from './missingFiles'
import { problemLines } from './problemLines'
import { readKey } from './readKey'
import { print, warn } from './print'
import { verifyReport } from './verifyReport'

const USAGE = `usage: yihu verify PACKAGE --key FILE [--json] [--lang zh-CN|en]

Opens a package and tells whether it would be taken, by the roll that it brings itself. Changes nothing.`

/** `yihu verify`. Returns the exit code: 0 sound, 1 refused or to be set aside, 2 wrong usage. */
export async function verifyCommand(args: readonly string[]): Promise<number> {
  const usage = parseUsage(args)
  if (usage === null) {
    warn(USAGE)
    return 2
  }
  const missing = await missingFiles([usage.path, usage.key])
  if (missing.length > 0) return tellMissing(missing, usage.language)
  return tellingFileTrouble(
    () => verify(usage),
    (problems) => refuse(problems, usage),
  )
}

function refuse(problems: readonly Problem[], { path, json, language }: VerifyUsage): number {
  if (json)
    print(JSON.stringify({ file: basename(path), verdict: 'refused', reason: problems[0]?.code ?? null }))
  warn(problemLines(problems, textsOf(language)))
  return 1
}

async function verify(usage: VerifyUsage): Promise<number> {
  const file = basename(usage.path)
  const key = await readKey(usage.key)
  if (!key.ok) return refuse(key.problems, usage)
  const bytes = await readFileBytes(usage.path)
  const verified = await verifyPackage(file, bytes, key.value, NODE_TEAM_PORT, KNOWN_FORMS)
  const { verdict, sender, problems, manifest, changes, interviews } = verified
  const document = {
    file,
    sender: sender?.join('、') ?? null,
    verdict,
    reason: problems[0]?.code ?? null,
    kind: manifest?.kind ?? null,
    project: manifest?.project ?? null,
    fingerprint: manifest && NODE_TEAM_PORT.fingerprintOf(manifest.sender.device, manifest.sender.recipient),
    made: manifest?.made ?? null,
    changes,
    interviews,
  }
  if (usage.json) print(JSON.stringify(document, null, 1))
  else print(verifyReport(document, usage.language))
  if (problems.length > 0) warn(problemLines(problems, textsOf(usage.language)))
  return verdict === 'sound' ? 0 : 1
}

interface VerifyUsage {
  readonly path: string
  readonly key: string
  readonly json: boolean
  readonly language: Language
}

function parseUsage(args: readonly string[]): VerifyUsage | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { key: { type: 'string' }, json: { type: 'boolean' }, lang: { type: 'string' } },
    })
    const [path, ...others] = positionals
    const language = LANGUAGES.find((each) => each === (values.lang ?? 'zh-CN'))
    if (path === undefined || others.length > 0 || values.key === undefined || language === undefined)
      return null
    return { path, key: values.key, json: values.json ?? false, language }
  } catch {
    return null
  }
}
