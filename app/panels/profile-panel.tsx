import type { ClientField, ClientProfile } from '#core/contracts/client-profile.ts'
import type { CategoryLabels } from '../category-labels.ts'
import { ScoreBar } from '../charts/score-bar.tsx'
import { AskAboutPanel } from '../chat/pane/ask-about.tsx'
import { useMessages } from '../components/use-messages.ts'
import { describeField } from './describe-field.ts'
import { fieldMessages, type ProfileGroup, profileGroups } from './profile-groups.ts'

interface ProfilePanelProps {
  profile: ClientProfile
  labels: CategoryLabels
}

/** Everything that the application says of the client, by theme. */
export function ProfilePanel({ profile, labels }: ProfilePanelProps) {
  const { t } = useMessages()
  return (
    <section
      id="profile"
      aria-labelledby="profile-title"
      className="card col-span-full p-4 sm:p-5 print:break-inside-auto"
    >
      <div className="flex items-baseline gap-3">
        <h2 id="profile-title" className="font-[620]">
          {t('profile.title')}
        </h2>
        <AskAboutPanel id="profile" title={t('profile.title')} />
        <p className="ml-auto text-xs text-ink-3">{t('profile.note')}</p>
      </div>
      <div className="mt-4 grid gap-x-10 gap-y-6 sm:grid-cols-2 xl:grid-cols-3 print:grid-cols-3 print:gap-x-6 print:gap-y-2">
        {profileGroups.map((group) => (
          <Group key={group.title} group={group} profile={profile} labels={labels} />
        ))}
      </div>
    </section>
  )
}

function Group({ group, profile, labels }: ProfilePanelProps & { group: ProfileGroup }) {
  const { t } = useMessages()
  const isWide = group.layout === 'side-by-side'
  return (
    <section className={`break-inside-avoid ${isWide ? 'sm:col-span-2' : ''}`}>
      <h3 className="eyebrow flex items-baseline gap-3 border-b border-line pb-1.5">
        {t(group.title)}
        {group.note && <span className="ml-auto text-right font-normal text-ink-3">{t(group.note)}</span>}
      </h3>
      <dl className={isWide ? 'grid gap-x-10 sm:grid-cols-3' : undefined}>
        {group.fields.map((field) =>
          isWide ? (
            <Score key={field} field={field} profile={profile} labels={labels} />
          ) : (
            <Field key={field} field={field} profile={profile} labels={labels} />
          ),
        )}
      </dl>
    </section>
  )
}

type FieldProps = ProfilePanelProps & { field: ClientField }

function Field({ field, profile, labels }: FieldProps) {
  const messages = useMessages()
  const { text, isMissing } = describeField(profile, field, labels, messages)
  return (
    <div className="flex items-baseline gap-4 border-b border-line/70 py-1.5 last:border-0 print:py-1">
      <dt className="text-ink-2">{messages.t(fieldMessages[field])}</dt>
      <dd className={`ml-auto min-w-0 text-right ${isMissing ? 'text-ink-3' : 'font-[560]'}`}>{text}</dd>
    </div>
  )
}

function Score({ field, profile, labels }: FieldProps) {
  const messages = useMessages()
  const { text, isMissing } = describeField(profile, field, labels, messages)
  const score = profile[field]
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 py-2 max-sm:border-b max-sm:border-line/70 max-sm:last:border-0">
      <dt className="text-ink-2">{messages.t(fieldMessages[field])}</dt>
      <dd className={`ml-auto ${isMissing ? 'leading-6 text-ink-3' : 'text-lg font-[600]'}`}>{text}</dd>
      <dd aria-hidden="true" className="w-full">
        <ScoreBar score={typeof score === 'number' ? score : null} />
      </dd>
    </div>
  )
}
