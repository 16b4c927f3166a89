import { parentPort } from 'node:worker_threads'
import { success } from '../../domain/shared/Result'
import { NODE_TEAM_PORT } from './nodeTeamPort'
import { linesOf, type OpenReply, type OpenRequest } from './openerMessages'

/** Opens packages one after another, while another thread merges them. */
parentPort?.on('message', ({ nth, file, bytes, identity }: OpenRequest) => {
  void NODE_TEAM_PORT.open(file, bytes, identity).then((opened) => {
    if (!opened.ok) return parentPort?.postMessage({ nth, result: opened } satisfies OpenReply)
    const segments = opened.value.segments.map(linesOf)
    const reply: OpenReply = { nth, result: success({ ...opened.value, segments }) }
    parentPort?.postMessage(
      reply,
      segments.map(({ lines }) => lines.buffer),
    )
  })
})
