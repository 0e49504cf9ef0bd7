import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const projectDir = join(import.meta.dirname, '../..')

/** Whether this machine lets a test mount a disk of its own, as root does in most containers and CI runners don't. */
export const canMount = spawnSync('unshare', ['-m', 'true']).status === 0

export interface DiskRun {
  /** Where the disk is mounted, for this run alone: made when absent. Nobody else sees it. */
  mountPoint: string
  /** mount's options: `size=300k`, or `ro`. */
  options: string
  /** Folder copied onto the disk first. */
  filledFrom?: string
  /** A script of the project and its arguments. */
  command: string[]
}

/** Runs a command with DATA_DIR on a small disk in memory, in a mount namespace that ends with it. */
export function runOnDisk({ mountPoint, options, filledFrom, command }: DiskRun) {
  mkdirSync(mountPoint, { recursive: true })
  const fill = filledFrom ? 'cp -r "$2/." "$1"' : 'true'
  const script = `mount -t tmpfs -o size=64m tmpfs "$1" && ${fill} && mount -o "remount,$3" "$1" && shift 3 && exec "$@"`
  const args = [
    '-m',
    'sh',
    '-c',
    script,
    'sh',
    mountPoint,
    filledFrom ?? '',
    options,
    process.execPath,
    ...command,
  ]
  const { status, stderr } = spawnSync('unshare', args, {
    cwd: projectDir,
    env: { ...process.env, DATA_DIR: mountPoint },
    encoding: 'utf8',
  })
  return { status, stderr }
}
