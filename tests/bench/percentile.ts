/** The value that `share` percent of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const ascending = [...values].sort((left, right) => left - right)
  return ascending[Math.ceil((ascending.length * share) / 100) - 1] ?? Number.NaN
}

/** Prints median and 95th percentile of milliseconds. */
export function tellTimes(name: string, milliseconds: readonly number[]): void {
  const [median, high] = [percentile(milliseconds, 50), percentile(milliseconds, 95)]
  console.log(
    `${name}: median ${median.toFixed(2)} ms, 95th percentile ${high.toFixed(2)} ms (${milliseconds.length})`,
  )
}
