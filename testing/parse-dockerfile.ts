export interface DockerInstruction {
  /** In capitals: `COPY`, `USER` … */
  keyword: string
  /** The rest of the instruction, in one line. */
  text: string
}

/** The stages of a Dockerfile, each from its FROM on; what comes before the first is a stage of its own. */
export function parseDockerfile(content: string): DockerInstruction[][] {
  const lines = content
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
  const stages: DockerInstruction[][] = [[]]
  for (const line of lines) {
    const [, keyword = '', text = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? []
    if (keyword.toUpperCase() === 'FROM') stages.push([])
    stages.at(-1)?.push({ keyword: keyword.toUpperCase(), text })
  }
  return stages
}

/** What a COPY takes from the folder that is built, not from another stage. */
export function listCopied(stage: readonly DockerInstruction[]): string[] {
  return stage
    .filter(({ keyword, text }) => keyword === 'COPY' && !text.startsWith('--from='))
    .flatMap(({ text }) => text.split(/\s+/).slice(0, -1))
}
