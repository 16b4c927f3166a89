import type { InjectionKey } from 'vue'
import type { Problem } from '../../../domain/shared/Problem'

/** Told of every problem that a page shows; provided by `main.ts`. */
export const NOTE_PROBLEMS: InjectionKey<(problems: readonly Problem[]) => void> = Symbol('noteProblems')
