import type { CategoryLabels } from '../category-labels.ts'
import {
  type ClientGroup,
  type GroupRangeField,
  groupCategoryFields,
  groupParameterNames,
  groupParameters,
  groupRangeFields,
  nameRangeParameters,
  regionRatings,
} from '../client-page/client-page-query.ts'
import type { GroupProblem } from '../client-page/parse-client-page-query.ts'
import { SelectChoice } from '../components/select-choice.tsx'
import { StateForm } from '../components/state-form.tsx'
import { StateLink } from '../components/state-link.tsx'
import { useMessages } from '../components/use-messages.ts'
import { fieldMessages } from './profile-groups.ts'

interface GroupFormProps {
  group: ClientGroup
  problems: GroupProblem[]
  labels: CategoryLabels
}

/** The group to compare with, in a few useful criteria. */
export function GroupForm({ group, problems, labels }: GroupFormProps) {
  const { t, format } = useMessages()
  const isEmpty = Object.keys(group).length === 0
  return (
    <StateForm
      // Another group mounts the controls anew, so that they always show the address.
      key={JSON.stringify(group)}
      parameters={groupParameters}
      fixed={{ cohort: 'group' }}
      anchor="comparison"
      label={t('compare.form')}
      className="mt-3 rounded-control bg-sunken/60 p-3 print:hidden"
    >
      <div className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        {groupCategoryFields.map((field) => (
          <SelectChoice
            key={field}
            name={groupParameterNames[field]}
            label={t(fieldMessages[field])}
            chosen={group[field] ?? ''}
            options={Object.entries(labels[field] ?? {})}
          />
        ))}
        <SelectChoice
          name={groupParameterNames.regionRating}
          label={t(fieldMessages.regionRating)}
          chosen={String(group.regionRating ?? '')}
          options={regionRatings.map((rating) => [
            String(rating),
            t('profile.rating', { rating: format.integer(rating) }),
          ])}
        />
        {groupRangeFields.map((field) => (
          <Range key={field} field={field} group={group} />
        ))}
      </div>
      <Problems problems={problems} />
      <p className="mt-3 flex flex-wrap items-center gap-2">
        <button type="submit" className="button">
          {t('compare.apply')}
        </button>
        {isEmpty ? (
          <span className="text-xs text-ink-2">{t('compare.form.empty')}</span>
        ) : (
          <StateLink
            changes={Object.fromEntries(groupParameters.map((name) => [name, null]))}
            anchor="comparison"
            className="button border-transparent bg-transparent text-ink-2"
          >
            {t('filter.reset')}
          </StateLink>
        )}
      </p>
    </StateForm>
  )
}

function Problems({ problems }: { problems: GroupProblem[] }) {
  const { t } = useMessages()
  if (problems.length === 0) return null
  return (
    <ul aria-label={t('filter.problems.title')} className="mt-2 text-xs wrap-anywhere text-bad">
      {problems.map(({ field, found }) => (
        <li key={field}>{t('compare.problem', { field: t(fieldMessages[field]), found })}</li>
      ))}
    </ul>
  )
}

function Range({ field, group }: { field: GroupRangeField; group: ClientGroup }) {
  const { t } = useMessages()
  const names = nameRangeParameters(field)
  const label = t(fieldMessages[field])
  return (
    <fieldset className="min-w-0">
      <legend className="eyebrow mb-1">{label}</legend>
      <div className="flex items-center gap-2">
        {(['min', 'max'] as const).map((end) => (
          <input
            key={end}
            type="text"
            inputMode="numeric"
            maxLength={20}
            name={names[end]}
            aria-label={t(end === 'min' ? 'compare.min' : 'compare.max', { field: label })}
            placeholder={t(end === 'min' ? 'filter.min' : 'filter.max')}
            defaultValue={group[field]?.[end] ?? ''}
            className="field"
          />
        ))}
      </div>
    </fieldset>
  )
}
