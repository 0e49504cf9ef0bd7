import { Transform } from 'node:stream'

/**
 * Drops zero bytes from a stream. React 18 fills its 2 KiB buffers with them wherever a character of several
 * bytes does not fit at a buffer's end (mended in React 19); HTML has no use for them otherwise.
 */
export function createNullByteFilter(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
}
