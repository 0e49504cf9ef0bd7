import { searchClients } from '#core/advisor/search-clients.ts'
import { searchClientsAnswerSchema, searchClientsInputSchema } from '#core/contracts/search-clients.ts'
import { describeSearch } from '#core/contracts/wording/describe-search.ts'
import { defineTool, readOnlyAnnotations } from '../tool-definition.ts'

export const searchClientsTool = defineTool({
  name: 'searchClients',
  title: 'Find clients',
  description:
    'Finds clients by the first digits of their number and describes each in one line. Use it to find an id before the other tools, or to page through clients with nextCursor.',
  inputSchema: searchClientsInputSchema,
  outputSchema: searchClientsAnswerSchema,
  annotations: readOnlyAnnotations,
  scope: 'clients:read',
  answer: searchClients,
  describe: (answer, { language }) => describeSearch(answer, language),
})
