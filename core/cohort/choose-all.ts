import type { ChosenClients } from './chosen-clients.ts'

/** Every client. */
export function chooseAll(clientCount: number): ChosenClients {
  return {
    mask: new Uint8Array(clientCount).fill(1),
    members: Uint32Array.from({ length: clientCount }, (_, client) => client),
  }
}
