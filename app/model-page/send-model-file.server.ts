import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { readModelFile } from '../advisor.server.ts'

/**
 * One of the served model's own files, to take away.
 *
 * @throws Response 404 when the bundle has none.
 */
export async function sendModelFile(
  context: LoaderFunctionArgs['context'],
  { file, name, type }: { file: 'card' | 'evaluation'; name: string; type: string },
): Promise<Response> {
  const text = await readModelFile(context, file)
  if (text === null) throw data(null, { status: 404 })
  return new Response(text, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-cache',
    },
  })
}
