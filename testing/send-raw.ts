import { connect } from 'node:net'

/** What came back on a connection: the status of the first answer, null when it ended without one. */
export interface RawAnswer {
  status: number | null
  head: string
  body: string
}

/**
 * Writes bytes to a server as they are and reads until the connection ends: for what no HTTP client would send. With
 * `isAll` it says at once that no more come.
 */
export function sendRaw(
  url: string,
  bytes: Uint8Array | string,
  { isAll = false }: { isAll?: boolean } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    socket.on('data', (chunk) => chunks.push(chunk))
    // A server that has answered may cut off what is still on its way to it.
    socket.on('error', () => {})
    socket.once('close', () => resolve(parseAnswer(Buffer.concat(chunks).toString('latin1'))))
    socket.once('end', () => socket.end())
    if (isAll) socket.end(bytes)
    else socket.write(bytes)
  })
}

function parseAnswer(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n')
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
  return {
    status: status === undefined ? null : Number(status),
    head: end < 0 ? text : text.slice(0, end),
    body: end < 0 ? '' : text.slice(end + 4),
  }
}
