import { useMessages } from '../../components/use-messages.ts'
import type { ModelPage } from '../../model-page/model-page.ts'

/** When the model was trained, how long that took, and from which state of the code. */
export function useTrainingWords({ run }: ModelPage): { moment: string; detail: string } {
  const { t, format } = useMessages()
  if (!run) return { moment: t('model.trained.unknown'), detail: '' }
  const minutes = Math.floor(run.seconds / 60)
  const parts = [
    t('model.trained.took', { minutes, seconds: Math.round(run.seconds - minutes * 60) }),
    ...(run.commit
      ? [
          t(run.hasUncommittedChanges ? 'model.trained.changed' : 'model.trained.commit', {
            commit: run.commit.slice(0, 9),
          }),
        ]
      : []),
  ]
  return { moment: format.moment(run.startedAt), detail: parts.join(' · ') }
}
