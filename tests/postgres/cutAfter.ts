import { connect, createServer, type AddressInfo } from 'node:net'

/** A port before a server's, through which a connection passes until it has sent so many bytes. */
export interface Cut {
  readonly port: number
  close(): void
}

/** `atCut` is called before the first byte too many is passed on; what it does to the server is what the connection meets. */
export async function cutAfter(bytes: number, port: number, atCut: () => void): Promise<Cut> {
  const proxy = createServer((client) => {
    const server = connect(port, '127.0.0.1')
    let sent = 0
    client.on('data', (part) => {
      if (sent <= bytes && sent + part.length > bytes) atCut()
      sent += part.length
      server.write(part)
    })
    server.pipe(client)
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return { port: (proxy.address() as AddressInfo).port, close: () => proxy.close() }
}
