import type { UpdateRefusal, YihuBridge } from '../../../../electron/ipc-contract'
import type { Updates } from '../../../application/update/Updates'
import { refusal, success, type Refusal } from '../../../domain/shared/Result'

/** Updates over the preload's bridge. */
export function electronUpdates(bridge: YihuBridge['update']): Updates {
  return {
    state: () => bridge.state(),
    async choose() {
      const chosen = await bridge.choose()
      if (chosen === null) return null
      return chosen.kind === 'sound' ? success(chosen.offer) : refusedWith(chosen.refusal)
    },
    async install() {
      const installed = await bridge.install()
      return installed.kind === 'done' ? success(installed) : refusedWith(installed.refusal)
    },
    progress: () => bridge.progress(),
  }
}

function refusedWith({ code, details }: UpdateRefusal): Refusal {
  return refusal(code, null, details)
}
