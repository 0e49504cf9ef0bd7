import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createNullByteFilter } from './create-null-byte-filter.ts'

test('passes everything but zero bytes', async () => {
  const chunks = [Buffer.from('Prêt \0à'), Buffer.from('\0\0'), Buffer.from(' dépenser')]
  expect(await text(Readable.from(chunks).pipe(createNullByteFilter()))).toBe('Prêt à dépenser')
})

test('mends a page whose accents fall on the ends of React’s buffers', async () => {
  const sentence = 'Pr\u202fêt à dépenser\u202f; '.repeat(2000)
  const page = await new Promise<string>((resolve) => {
    const { pipe } = renderToPipeableStream(<p>{sentence}</p>, {
      onAllReady: () => resolve(text(pipe(createNullByteFilter()))),
    })
  })
  expect(page).toBe(`<p>${sentence}</p>`)
})
