/** Whether a released version comes after another, which may be a pre-release: `0.10.0` comes after `0.9.0` and `0.10.0-rc.1`. */
export function isLaterVersion(version: string, than: string): boolean {
  const [one, other] = [numbersOf(version), numbersOf(than)]
  const differing = one.findIndex((number, index) => number !== other[index])
  if (differing >= 0) return (one[differing] ?? 0) > (other[differing] ?? 0)
  return !isPreRelease(version) && isPreRelease(than)
}

export function isPreRelease(version: string): boolean {
  return version.includes('-')
}

function numbersOf(version: string): readonly number[] {
  const numbers = /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number)
  if (numbers === undefined) throw new TypeError(`${version} is no version`)
  return numbers
}
