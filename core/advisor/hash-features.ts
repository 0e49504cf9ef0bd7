import { hash } from 'node:crypto'

/** SHA-256 of a client's features as they lie in memory: float32, little endian. */
export function hashFeatures({ buffer, byteOffset, byteLength }: Float32Array): string {
  return hash('sha256', new Uint8Array(buffer, byteOffset, byteLength))
}
