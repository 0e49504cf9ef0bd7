import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { sendRaw } from '#testing/send-raw.ts'
import { type ConnectionLimits, createHttpServer } from './create-http-server.ts'
import { listen } from './listen.ts'
import { surviveFaults } from './survive-faults.ts'

const opened: { server: Server; sockets: Socket[] } = { server: undefined as never, sockets: [] }
afterEach(async () => {
  for (const socket of opened.sockets.splice(0)) socket.destroy()
  opened.server.closeAllConnections()
  await new Promise((resolve) => opened.server.close(resolve))
})

async function serve(listener: RequestListener, limits: Partial<ConnectionLimits>): Promise<string> {
  opened.server = createHttpServer(listener, { checkEveryMs: 20, ...limits })
  await listen(opened.server, '127.0.0.1', 0)
  return `http://127.0.0.1:${(opened.server.address() as AddressInfo).port}`
}

/** A client that says some bytes and reads nothing. */
function open(url: string, bytes = ''): Socket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  opened.sockets.push(socket)
  socket.on('error', () => {})
  socket.pause()
  socket.write(bytes)
  return socket
}

const answerOk: RequestListener = (request, response) => {
  request.resume()
  request.once('end', () => response.end('ok'))
}
const form = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\nConnection: close\r\n\r\n'

describe('A connection ends', () => {
  test.each([
    ['that says nothing', ''],
    ['whose header does not come to its end', 'GET / HTTP/1.1\r\nHost: a\r\n'],
  ])('%s', async (_name, bytes) => {
    const url = await serve(answerOk, { headerMs: 50 })
    expect((await sendRaw(url, bytes)).status).toBe(408)
  })

  test('whose body does not come to its end, however steadily a byte of it comes', async () => {
    const url = await serve(answerOk, { headerMs: 100, requestMs: 100 })
    const socket = open(url, form)
    const dripping = setInterval(() => socket.write('x'), 90)
    socket.resume()
    const [answer] = await once(socket, 'data')
    clearInterval(dripping)
    expect(String(answer)).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('whose reader does not read, with what waits for it', async () => {
    const ended = Promise.withResolvers<boolean>()
    const url = await serve(
      (_request, response) => {
        response.once('close', () => ended.resolve(response.writableFinished))
        response.end(Buffer.alloc(50_000_000))
      },
      { stalledMs: 50 },
    )
    open(url, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    expect(await ended.promise).toBe(false)
  })

  test('on which more is asked than is read, before any of it is worked on without end', async () => {
    let begun = 0
    const url = await serve(() => begun++, { pipelined: 16 })
    await sendRaw(url, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(300))
    expect(begun).toBe(16)
  })
})

test('A few requests on one connection are each answered, in their order', async () => {
  const url = await serve((request, response) => response.end(`[${request.url}]`), {})
  const request = (path: string, end = '') => `GET ${path} HTTP/1.1\r\nHost: a\r\n${end}\r\n`
  const text = request('/1') + request('/2') + request('/3', 'Connection: close\r\n')
  expect((await sendRaw(url, text)).body).toMatch(/\[\/1\].*\[\/2\].*\[\/3\]/s)
})

test('Past the most connections the next is turned away, and the others are answered', async () => {
  const url = await serve(answerOk, { connections: 2 })
  const first = open(url, form)
  const second = open(url, form)
  await expect
    .poll(() => new Promise((done) => opened.server.getConnections((_, count) => done(count))))
    .toBe(2)
  expect((await sendRaw(url, form)).status).toBeNull()
  for (const socket of [first, second]) {
    socket.write('0123456789')
    socket.resume()
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 200 /)
  }
})

test('A fault of a listener costs its own request alone', async () => {
  const faults: unknown[] = []
  const failing: RequestListener = (request, response) => {
    if (request.method === 'POST') throw new Error('a fault')
    answerOk(request, response)
  }
  const url = await serve(
    surviveFaults(failing, (error) => faults.push(error)),
    {},
  )
  expect((await sendRaw(url, form)).status).toBe(500)
  expect(faults).toEqual([new Error('a fault')])
  expect(await (await fetch(url)).text()).toBe('ok')
})
