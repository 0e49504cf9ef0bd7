import type { Scope } from '#core/contracts/caller.ts'
import { useMessages } from '../../components/use-messages.ts'
import { AdminTabs } from './admin-tabs.tsx'
import { CreateTokenForm } from './create-token-form.tsx'
import { OneTimeSecret } from './one-time-secret.tsx'
import { PageHeading } from './page-heading.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import type { TokenAnswer } from './token-answer.ts'
import { type ShownToken, TokenTable } from './token-table.tsx'

export interface TokensPanelProps {
  tokens: ShownToken[]
  /** What a token may be made with. */
  scopes: readonly Scope[]
  /** Where assistants connect to. */
  mcpUrl: string
  answer: TokenAnswer | null
}

/** The tokens of programs: which there are, and a form for one more. */
export function TokensPanel({ tokens, scopes, mcpUrl, answer }: TokensPanelProps) {
  const { t } = useMessages()
  return (
    <>
      <AdminTabs />
      <div className="mt-4">
        <PageHeading title={t('admin.tokens.title')}>{t('admin.tokens.lead')}</PageHeading>
      </div>
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-4">
        {answer?.problem && <ProblemSummary id="token-problem" problem={answer} />}
        <Done answer={answer} mcpUrl={mcpUrl} />
        <div className="card overflow-x-auto">
          {tokens.length === 0 ? (
            <p className="px-5 py-8 text-center text-ink-2">{t('admin.tokens.none')}</p>
          ) : (
            <TokenTable tokens={tokens} />
          )}
        </div>
        <CreateTokenForm key={answer && 'token' in answer ? answer.token : ''} scopes={scopes} />
      </div>
    </>
  )
}

function Done({ answer, mcpUrl }: { answer: TokenAnswer | null; mcpUrl: string }) {
  const { t } = useMessages()
  if (!answer || answer.problem !== null) return null
  if (answer.done === 'revoked') {
    return (
      <p role="status" className="rounded-card bg-good-soft px-4 py-3">
        {t('admin.tokens.done.revoked')}
      </p>
    )
  }
  const { name, token } = answer
  return (
    <OneTimeSecret
      title={t('admin.tokens.shown.title', { name })}
      secret={token}
      note={t('admin.tokens.shown.note')}
    >
      <p className="mt-3 text-xs text-ink-2">{t('admin.tokens.shown.example')}</p>
      <pre className="mt-1 text-xs whitespace-pre-wrap wrap-anywhere">
        {`claude mcp add --transport http credit-advisor ${mcpUrl} --header "Authorization: Bearer ${token}"`}
      </pre>
    </OneTimeSecret>
  )
}
