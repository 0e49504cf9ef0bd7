import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendModelFile } from '../model-page/send-model-file.server.ts'

/** `GET /model/evaluation.json`: every figure that the model's page shows. */
export function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  return sendModelFile(context, { file: 'evaluation', name: 'evaluation.json', type: 'application/json' })
}
