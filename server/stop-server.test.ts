import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { listen } from './listen.ts'
import { prepareStop } from './stop-server.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.closeAllConnections()
})

async function serve(answer: RequestListener) {
  const server = createServer(answer)
  open.push(server)
  const stop = prepareStop(server)
  await listen(server, '127.0.0.1', 0)
  const { port } = server.address() as AddressInfo
  const connectTo = async () => {
    const socket = connect({ port, host: '127.0.0.1' }).setEncoding('utf8')
    await Promise.all([once(socket, 'connect'), once(server, 'connection')])
    return socket
  }
  return { server, stop, port, connectTo }
}

const head = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'

/** All that a connection says from now to its end. */
async function readToEnd(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk
  })
  await once(socket, 'close')
  return text
}

describe('A server that stops', () => {
  test('answers what is under way and what comes on open connections, and says that they end', async () => {
    const mayAnswer = Promise.withResolvers<void>()
    const { server, stop, port, connectTo } = await serve(async (request, response) => {
      if (request.url === '/slow') await mayAnswer.promise
      response.end(`answer to ${request.url}`)
    })
    const [slow, idle] = [await connectTo(), await connectTo()]
    idle.write(head)
    expect(String(await once(idle, 'data'))).toMatch(/keep-alive.*answer to \/$/s)
    slow.write(head.replace('/', '/slow'))
    const [slowText, idleText] = [readToEnd(slow), readToEnd(idle)]
    const stopped = stop({ idleGraceMs: 60_000 })
    await expect.poll(() => server.listening, { interval: 5 }).toBe(false)
    const refused = connect({ port, host: '127.0.0.1' })
    expect(await once(refused, 'error')).toMatchObject([{ code: 'ECONNREFUSED' }])
    idle.write(head.replace('/', '/late'))
    expect(await idleText).toMatch(/Connection: close.*answer to \/late$/s)
    mayAnswer.resolve()
    expect(await slowText).toMatch(/Connection: close.*answer to \/slow$/s)
    await stopped
  })

  test('lets connections go that ask nothing, whether they ever did or not', async () => {
    const { stop, connectTo } = await serve((_request, response) => void response.end('answer'))
    const [unused, idle] = [await connectTo(), await connectTo()]
    idle.write(head)
    await once(idle, 'data')
    const ended = [readToEnd(unused), readToEnd(idle)]
    await stop({ idleGraceMs: 1 })
    expect(await Promise.all(ended)).toEqual(['', ''])
  })

  test('cuts off at the deadline what never ends', async () => {
    const { stop, connectTo } = await serve(() => {})
    const endless = await connectTo()
    endless.write(head)
    const ended = readToEnd(endless)
    await stop({ idleGraceMs: 1, deadlineMs: 50 })
    expect(await ended).toBe('')
  })
})
