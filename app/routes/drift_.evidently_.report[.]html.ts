import { createReadableStreamFromReadable, data, type LoaderFunctionArgs } from '@remix-run/node'
import { openEvidentlyReport } from '../advisor.server.ts'

/**
 * Scripts of the report run, yet as of a stranger: no origin, no requests, no forms, no way to the page around it. It
 * carries all that it needs within itself.
 */
const policy = [
  'sandbox allow-scripts allow-downloads',
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** `GET /drift/evidently/report.html`: evidently's own file as it wrote it, and no other. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const report = await openEvidentlyReport(context)
  if (!report) throw data(null, { status: 404 })
  return new Response(createReadableStreamFromReadable(report), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'private, no-cache',
    },
  })
}
