import type { UpdateChosen, UpdateRefusal, YihuBridge } from '../../../../electron/ipc-contract'
import type { UpdateOffer, Updates } from '../../../application/update/Updates'
import { refusal, success, type Refusal, type Result } from '../../../domain/shared/Result'

/** Updates over the preload's bridge. */
export function electronUpdates(bridge: YihuBridge['update']): Updates {
  return {
    state: () => bridge.state(),
    choose: async () => resultOf(await bridge.choose()),
    checkOpened: async () => resultOf(await bridge.checkOpened()),
    async install() {
      const installed = await bridge.install()
      return installed.kind === 'done' ? success(installed) : refusedWith(installed.refusal)
    },
    progress: () => bridge.progress(),
  }
}

function resultOf(chosen: UpdateChosen | null): Result<UpdateOffer> | null {
  if (chosen === null) return null
  return chosen.kind === 'sound' ? success(chosen.offer) : refusedWith(chosen.refusal)
}

function refusedWith({ code, details }: UpdateRefusal): Refusal {
  return refusal(code, null, details)
}
