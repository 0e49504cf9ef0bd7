import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { toolPanelSchema } from '#core/contracts/tool-panel.ts'
import { ToolPanelView } from './tool-panel-view.tsx'
import '../tailwind.css'

// A host's content security policy forbids code that is made of text.
z.config({ jitless: true })

const panel = toolPanelSchema.parse(document.documentElement.dataset.panel)
createRoot(document.getElementById('panel') as HTMLElement).render(<ToolPanelView panel={panel} />)
