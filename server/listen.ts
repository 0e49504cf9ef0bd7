import { createServer, type Server } from 'node:net'

/**
 * Makes sure that the port can be listened on, before anything is prepared for it.
 *
 * @throws Error with code EADDRINUSE when another program listens there; what Node says otherwise.
 */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const probe = createServer()
  await listen(probe, host, port)
  await new Promise((resolve) => probe.close(resolve))
}

/** Listens, or throws what kept it from it. */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
