import type { DriftColumn, DriftTest } from '#core/contracts/drift-report.ts'
import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'

type Verdict = Pick<DriftColumn, 'test' | 'statistic' | 'threshold' | 'drifted'>

const testNames: Record<DriftTest, MessageKey> = {
  ks: 'drift.test.ks',
  chisquare: 'drift.test.chisquare',
  z: 'drift.test.z',
  wasserstein: 'drift.test.wasserstein',
  jensenshannon: 'drift.test.jensenshannon',
}

const smallest = 0.001

export interface TestWords {
  test: string
  statistic: string
  threshold: string
}

/** A test's name, its statistic and its threshold in words; dashes where nothing could be tested. */
export function useTestWords(): (verdict: Verdict) => TestWords {
  const { t, format } = useMessages()
  return ({ test, statistic, threshold }) => {
    if (test === null || statistic === null || threshold === null) {
      return { test: t('drift.test.none'), statistic: '–', threshold: '–' }
    }
    const isDistance = test === 'wasserstein' || test === 'jensenshannon'
    const isTiny = statistic > 0 && statistic < smallest
    return {
      test: t(testNames[test]),
      statistic: isTiny
        ? t('drift.statistic.tiny', { smallest: format.decimal(smallest, 3) })
        : format.decimal(statistic, 3),
      threshold: t(isDistance ? 'drift.threshold.distance' : 'drift.threshold.p', {
        threshold: format.plain(threshold),
      }),
    }
  }
}
