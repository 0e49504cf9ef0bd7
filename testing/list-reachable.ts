import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export interface Reachable {
  /** Files of the project, as paths from its root. */
  files: Set<string>
  /** Names of npm packages. */
  packages: Set<string>
}

/** What the given files import, and what that imports, types apart. */
export function listReachable(projectDir: string, entries: readonly string[]): Reachable {
  const files = new Set<string>()
  const packages = new Set<string>()
  const waiting = [...entries]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue
    files.add(file)
    for (const specifier of listImports(join(projectDir, file))) {
      const path = findFile(file, specifier)
      if (path === null) packages.add(nameOfPackage(specifier))
      else if (existsSync(join(projectDir, path))) waiting.push(path)
      else throw new Error(`${file} imports ${specifier}, which is not there.`)
    }
  }
  return { files, packages }
}

function listImports(path: string): string[] {
  if (!/\.(js|tsx?)$/.test(path)) return []
  const code = readFileSync(path, 'utf8').replaceAll(/import type [^;]*? from '[^']+'/g, '')
  return [...code.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()'([^']+)'/g)]
    .map(([, specifier]) => specifier as string)
    .filter((specifier) => !/^(node|virtual):/.test(specifier))
}

/** The path of a file of the project; null for a package. */
function findFile(importer: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? normalize(join(dirname(importer), specifier)) : null
}

function nameOfPackage(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
