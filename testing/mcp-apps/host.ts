import { AppBridge, PostMessageTransport } from '@modelcontextprotocol/ext-apps/app-bridge'

/** What a host knows of one call of a tool, and the page that the tool names. */
export interface ShownCall {
  html: string
  input: Record<string, unknown>
  result: Parameters<AppBridge['sendToolResult']>[0]
  context: { theme: 'light' | 'dark'; locale: string }
}

declare global {
  interface Window {
    showPanel(call: ShownCall): Promise<void>
  }
}

/** The policy that hosts give a page which asks for nothing. */
const policy =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self' data:; connect-src 'none'"

/** Shows a panel as hosts of MCP Apps do: in a frame of an origin of its own, spoken with by messages alone. */
window.showPanel = async ({ html, input, result, context }) => {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.style.cssText = 'width: 100%; border: 0'
  document.body.replaceChildren(frame)
  const view = frame.contentWindow as Window
  const bridge = new AppBridge(null, { name: 'test-host', version: '1' }, {}, { hostContext: context })
  bridge.onsizechange = ({ height }) => {
    if (height !== undefined) frame.style.height = `${height}px`
  }
  const initialized = new Promise<void>((resolve) => {
    bridge.oninitialized = () => resolve()
  })
  await bridge.connect(new PostMessageTransport(view, view))
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
  frame.srcdoc = html.replace('<head>', `<head>${meta}`)
  await initialized
  await bridge.sendToolInput({ arguments: input })
  await bridge.sendToolResult(result)
}
