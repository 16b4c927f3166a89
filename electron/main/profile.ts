import { resolve } from 'node:path'

/** The folder for the user's data if `--profile=DIR` or `YIHU_PROFILE` names one (tests, a stick); else `null`. */
export function chooseProfile(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const prefix = '--profile='
  const named =
    argv.find((word) => word.startsWith(prefix))?.slice(prefix.length) ?? environment['YIHU_PROFILE']
  return named === undefined || named === '' ? null : resolve(named)
}
