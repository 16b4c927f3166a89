import type { Judgement } from './judgeFile'

/** How often each outcome came, by mutation where inputs say what was done to them. */
export class OutcomeCounts {
  private readonly counts = new Map<string, Map<string, number>>()

  add({ outcome, mutations = [''] }: Judgement): void {
    for (const mutation of mutations) {
      const outcomes = this.counts.get(mutation) ?? new Map<string, number>()
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      this.counts.set(mutation, outcomes)
    }
  }

  /** A line per mutation, or per outcome where there are no mutations; the most frequent outcome first. */
  lines(): readonly string[] {
    return [...this.counts].flatMap(([mutation, outcomes]) => {
      const sorted = [...outcomes].sort(([, left], [, right]) => right - left)
      const texts = sorted.map(([outcome, count]) => `${String(count).padStart(7)}  ${outcome}`)
      return mutation === '' ? texts : [`${mutation.padEnd(22)}${texts.join('')}`]
    })
  }
}
