import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, matchesGlob } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listReachable } from '#testing/list-reachable.ts'
import { listCopied, parseDockerfile } from '#testing/parse-dockerfile.ts'
import { appSources } from './build-app.ts'
import { startArguments } from './start-command.ts'

const projectDir = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(projectDir, path), 'utf8')
const manifest = JSON.parse(read('package.json'))
const stages = parseDockerfile(read('Dockerfile'))
const service = stages.find(([from]) => from?.text === 'base AS service') ?? []
const textOf = (keyword: string) => service.find((instruction) => instruction.keyword === keyword)?.text ?? ''
const isUnder = (path: string, folders: readonly string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

describe('The image', () => {
  test('is the service and nothing more, unless the demo with its data is asked for', () => {
    expect(stages.at(-1)).toEqual([{ keyword: 'FROM', text: 'service' }])
    const demo = stages.find(([from]) => from?.text === 'service AS demo') ?? []
    expect(demo.slice(1).map(({ keyword }) => keyword)).toEqual(['ENV', 'COPY'])
  })

  test('runs the Node of package.json with the very command of npm start', () => {
    expect(stages[0]).toEqual([{ keyword: 'ARG', text: `NODE_VERSION=${manifest.dependencies.node}` }])
    expect(['node', ...startArguments]).toEqual(JSON.parse(textOf('CMD')))
    expect(JSON.parse(textOf('CMD')).join(' ')).toBe(manifest.scripts.start)
  })

  test('runs as a user without rights, keeps its state in one volume that is that user’s, and asks for its health', () => {
    const keywords = service.map(({ keyword }) => keyword)
    expect(textOf('USER')).toBe('node')
    expect(keywords.indexOf('USER')).toBeLessThan(keywords.indexOf('CMD'))
    expect(keywords.lastIndexOf('RUN')).toBeLessThan(keywords.indexOf('USER'))
    expect(textOf('VOLUME')).toBe('/data')
    expect(textOf('ENV')).toMatch(/NODE_ENV=production .*DATA_DIR=\/data/)
    expect(textOf('RUN')).toBe('mkdir /data && chown node:node /data')
    expect(textOf('HEALTHCHECK')).toMatch(/CMD \["node", "server\/check-health\.js"\]$/)
  })

  test('holds no secret and nothing of Python', () => {
    const content = read('Dockerfile')
    expect(content).not.toMatch(/AUTH_SECRET|METRICS_TOKEN|apt-get|pip /)
    expect(listCopied(service).filter((path) => path.startsWith('ml'))).toEqual(['ml/bundles'])
  })

  test('is built from files that are there and that .dockerignore lets through, and from nothing else', () => {
    const lines = read('.dockerignore')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
    const admitted = lines.flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []))
    const copied = stages.flatMap(listCopied)
    expect(lines[0]).toBe('*')
    expect(copied.filter((path) => !existsSync(join(projectDir, path)))).toEqual([])
    expect(new Set(copied)).toEqual(new Set(admitted))
  })

  test('is built where the sources are those that a start looks for', () => {
    const build = stages.find((stage) => stage.some(({ text }) => text === 'npm run build')) ?? []
    const missing = (stage: typeof service) =>
      appSources.filter((source) => !listCopied(stage).includes(source))
    expect([missing(build), missing(service)]).toEqual([[], []])
  })

  test('holds all that its commands import, and their packages', () => {
    const copied = listCopied(service)
    const commands = Object.values<string>(manifest.scripts)
      .flatMap((script) => script.match(/[\w/-]+\.[jt]s\b/g) ?? [])
      .filter((path) => isUnder(path, copied))
    const steps = ['db/store/store-tidy.ts', 'db/end-with-parent.ts', 'server/check-health.js']
    // How pages are built is the build's own matter: the image has what was built.
    const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'app'], {
      cwd: projectDir,
      encoding: 'utf8',
    })
    const pages = tracked
      .split('\n')
      .filter(
        (path) => /\.tsx?$/.test(path) && !/\.test\.|\.d\.ts$|vite\.config\.ts$|^app\/testing\//.test(path),
      )
      .filter((path) => existsSync(join(projectDir, path)))
    const { files, packages } = listReachable(projectDir, [...commands, ...steps, ...pages])
    expect(commands).toContain('db/backup/restore.ts')
    expect([...files].filter((file) => !isUnder(file, copied))).toEqual([])
    expect([...files].filter((file) => matchesGlob(file, '**/*.test.{ts,tsx}'))).toEqual([])
    // Development alone asks for vite.
    const absent = [...packages].filter((name) => !(name in manifest.dependencies) && name !== 'vite')
    expect(absent).toEqual([])
  })
})

test('The health check passes while the service is well, and fails when it says otherwise or nothing', async () => {
  let status = 200
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/healthz' ? status : 404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const check = () => runCheck(port)
  expect(await check()).toBe(0)
  status = 503
  expect(await check()).toBe(1)
  await new Promise((resolve) => server.close(resolve))
  expect(await check()).toBe(1)
})

async function runCheck(port: number): Promise<number | null> {
  const { spawn } = await import('node:child_process')
  const child = spawn(process.execPath, [join(projectDir, 'server/check-health.js')], {
    env: { ...process.env, PORT: String(port) },
  })
  return new Promise((resolve) => child.once('exit', resolve))
}

describe('On a plain server and on Heroku', () => {
  test('the same command starts the service', () => {
    const unit = read('deploy/credit-advisor.service')
    expect(unit).toContain(
      `ExecStart=/opt/credit-advisor/node_modules/.bin/node ${startArguments.join(' ')}\n`,
    )
    expect(read('Procfile')).toMatch(/^web: .*npm start$/m)
  })

  test('systemd finds no fault with the units', ({ skip }) => {
    if (spawnSync('systemd-analyze', ['--version']).status !== 0) skip('There is no systemd here.')
    const units = ['credit-advisor.service', 'credit-advisor-backup.service', 'credit-advisor-backup.timer']
    const paths = units.map((unit) => join(projectDir, 'deploy', unit))
    const { stderr } = spawnSync('systemd-analyze', ['verify', ...paths], { encoding: 'utf8' })
    const faults = stderr.split('\n').filter((line) => line && !/is not executable/.test(line))
    expect(faults).toEqual([])
  })

  test('the service may touch its own state alone', () => {
    const unit = read('deploy/credit-advisor.service')
    for (const line of ['User=credit-advisor', 'ProtectSystem=strict', 'NoNewPrivileges=true', 'UMask=0077'])
      expect(unit.split('\n')).toContain(line)
  })
})
