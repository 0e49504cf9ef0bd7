import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendModelFile } from '../model-page/send-model-file.server.ts'

/** `GET /model/model-card.md`: the served model's card. */
export function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  return sendModelFile(context, { file: 'card', name: 'model-card.md', type: 'text/markdown' })
}
