import type { ClientField, ClientProfile } from '#core/contracts/client-profile.ts'
import type { CategoryLabels } from '../category-labels.ts'
import { ScoreBar } from '../charts/score-bar.tsx'
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
      aria-labelledby="profile-title"
      className="card col-span-full p-4 sm:p-5 print:break-inside-auto"
    >
      <div className="flex items-baseline gap-3">
        <h2 id="profile-title" className="font-[620]">
          {t('profile.title')}
        </h2>
        <p className="ml-auto text-xs text-ink-3">{t('profile.note')}</p>
      </div>
      <div className="mt-4 grid gap-x-10 gap-y-6 sm:grid-cols-2 xl:grid-cols-3 print:grid-cols-2 print:gap-y-3">
        {profileGroups.map((group) => (
          <Group key={group.title} group={group} profile={profile} labels={labels} />
        ))}
      </div>
    </section>
  )
}

function Group({ group, profile, labels }: ProfilePanelProps & { group: ProfileGroup }) {
  const { t } = useMessages()
  return (
    <section className="break-inside-avoid">
      <h3 className="eyebrow flex items-baseline gap-2 border-b border-line pb-1.5">
        {t(group.title)}
        {group.note && <span className="ml-auto font-normal text-ink-3">{t(group.note)}</span>}
      </h3>
      <dl>
        {group.fields.map((field) => (
          <Field key={field} field={field} profile={profile} labels={labels} />
        ))}
      </dl>
    </section>
  )
}

function Field({ field, profile, labels }: ProfilePanelProps & { field: ClientField }) {
  const messages = useMessages()
  const { text, isMissing } = describeField(profile, field, labels, messages)
  const content = profile[field]
  const isScore = field.startsWith('externalScore') && typeof content === 'number'
  return (
    <div className="flex items-baseline gap-4 border-b border-line/70 py-1.5 last:border-0 print:py-1">
      <dt className="text-ink-2">{messages.t(fieldMessages[field])}</dt>
      <dd className={`ml-auto min-w-0 text-right ${isMissing ? 'text-ink-3 italic' : 'font-[560]'}`}>
        {isScore && <ScoreBar score={content} />}
        {text}
        {field === 'regionRating' && !isMissing && (
          <span className="block text-xs font-normal text-ink-3">{messages.t('profile.rating.note')}</span>
        )}
      </dd>
    </div>
  )
}
