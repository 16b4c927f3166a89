import { inject, type InjectionKey } from 'vue'
import type { Platform } from '../application/Platform'

export const PLATFORM: InjectionKey<Platform> = Symbol('platform')

/** The platform that `main.ts` provided. */
export function usePlatform(): Platform {
  const platform = inject(PLATFORM)
  if (platform === undefined) throw new Error('main.ts provides no platform')
  return platform
}
