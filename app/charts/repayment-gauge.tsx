import { useId } from 'react'
import type { Advice } from '#core/contracts/decision.ts'
import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import { adviceMessages } from '../components/advice-badge.tsx'
import { useMessages } from '../components/use-messages.ts'
import { computeGaugeLayout, type GaugeLayout } from './compute-gauge-layout.ts'

const trackTop = 26
const trackHeight = 16
const trackMiddle = trackTop + trackHeight / 2
const classTop = 74
const classHeight = 20
const narrowestLetter = 4

const zoneFills: Record<Advice, string> = {
  grant: 'fill-good-soft',
  review: 'fill-warn-soft',
  refuse: 'fill-bad-soft',
}
const markerFills: Record<Advice, string> = { grant: 'fill-good', review: 'fill-warn', refuse: 'fill-bad' }
const markerSigns: Record<Advice, string> = {
  grant: 'M0-4.4 4.6 3.4h-9.2z',
  review: 'M0-5 5 0 0 5-5 0z',
  refuse: 'M0 4.4-4.6-3.4h9.2z',
}

interface RepaymentGaugeProps {
  view: Pick<ViewClientAnswer, 'score' | 'reviewBand' | 'riskClassUpperBounds'>
}

/**
 * The probability of repayment on its scale, with the threshold, the review zone and the classes. Horizontal
 * positions are per cents of whatever width there is, so that lettering keeps its size on every screen. Each zone
 * has a texture and the marker a sign of its own: the drawing reads without its colours.
 */
export function RepaymentGauge({ view }: RepaymentGaugeProps) {
  const { t, format } = useMessages()
  const id = useId().replaceAll(':', '')
  const { score, reviewBand } = view
  const layout = computeGaugeLayout(view)
  const description = t('gauge.description', {
    repayment: format.probability(score.probabilityOfRepayment),
    threshold: format.share(1 - score.decisionThreshold),
    lower: format.share(1 - reviewBand.upper),
    upper: format.share(1 - reviewBand.lower),
    riskClass: score.riskClass,
    advice: t(adviceMessages[score.advice]),
  })
  return (
    <svg
      role="img"
      aria-label={description}
      className="block w-full overflow-visible"
      height={classTop + classHeight + 2}
    >
      <defs>
        <pattern
          id={`${id}-hatch`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v6" className="stroke-bad" strokeWidth="1.4" opacity="0.5" />
        </pattern>
        <pattern id={`${id}-dots`} width="5" height="5" patternUnits="userSpaceOnUse">
          <circle cx="2.5" cy="2.5" r="0.9" className="fill-warn" opacity="0.6" />
        </pattern>
        <clipPath id={`${id}-track`}>
          <rect y={trackTop} width="100%" height={trackHeight} rx={trackHeight / 2} />
        </clipPath>
      </defs>
      <Zones layout={layout} id={id} />
      <Classes layout={layout} riskClass={score.riskClass} />
      <Threshold
        layout={layout}
        label={t('gauge.threshold', { threshold: format.share(1 - score.decisionThreshold) })}
      />
      <svg aria-hidden="true" x={`${layout.client.x}%`} y={trackMiddle} overflow="visible">
        <circle r="11" className={`${markerFills[score.advice]} stroke-surface`} strokeWidth="2.5" />
        <path d={markerSigns[score.advice]} className="fill-surface" />
      </svg>
    </svg>
  )
}

function Zones({ layout, id }: { layout: GaugeLayout; id: string }) {
  const { t, format } = useMessages()
  const textures: Record<Advice, string | null> = {
    grant: null,
    review: `url(#${id}-dots)`,
    refuse: `url(#${id}-hatch)`,
  }
  return (
    <>
      <g clipPath={`url(#${id}-track)`}>
        {layout.zones.map(({ name, x, width }) => (
          <g key={name}>
            <rect
              x={`${x}%`}
              y={trackTop}
              width={`${width}%`}
              height={trackHeight}
              className={zoneFills[name]}
            />
            {textures[name] && (
              <rect x={`${x}%`} y={trackTop} width={`${width}%`} height={trackHeight} fill={textures[name]} />
            )}
          </g>
        ))}
      </g>
      {layout.ticks.map(({ probabilityOfRepayment, x }, index) => (
        <text
          key={x}
          x={`${x}%`}
          y={trackTop + trackHeight + 19}
          textAnchor={index === 0 ? 'start' : index === layout.ticks.length - 1 ? 'end' : 'middle'}
          className="fill-ink-3 text-xs"
        >
          {index === layout.ticks.length - 1
            ? t('gauge.tick.last', { tick: format.decimal(probabilityOfRepayment * 100, 0) })
            : format.decimal(probabilityOfRepayment * 100, 0)}
        </text>
      ))}
    </>
  )
}

function Threshold({ layout, label }: { layout: GaugeLayout; label: string }) {
  const { x } = layout.threshold
  return (
    <>
      <line
        x1={`${x}%`}
        x2={`${x}%`}
        y1={trackTop - 7}
        y2={trackTop + trackHeight + 5}
        className="stroke-ink"
        strokeWidth="2"
      />
      <text
        x={`${x}%`}
        y={trackTop - 13}
        textAnchor={x > 82 ? 'end' : x < 18 ? 'start' : 'middle'}
        className="fill-ink text-xs font-[560]"
      >
        {label}
      </text>
    </>
  )
}

function Classes({ layout, riskClass }: { layout: GaugeLayout; riskClass: string }) {
  return (
    <>
      {layout.classes
        .filter(({ width }) => width > 0)
        .map(({ name, x, width }) => {
          const isOwn = name === riskClass
          return (
            <g key={name}>
              <svg
                aria-hidden="true"
                x={`${x}%`}
                y={classTop}
                width={`${width}%`}
                height={classHeight}
                overflow="visible"
              >
                <rect
                  x="1"
                  y="0"
                  width="100%"
                  height={classHeight}
                  className={isOwn ? 'fill-ink stroke-surface' : 'fill-sunken stroke-surface'}
                  strokeWidth="2"
                  rx="4"
                />
                {width >= narrowestLetter && (
                  <text
                    x="50%"
                    y={classHeight / 2 + 4.5}
                    textAnchor="middle"
                    className={`text-xs ${isOwn ? 'fill-paper font-[650]' : 'fill-ink-2'}`}
                  >
                    {name}
                  </text>
                )}
              </svg>
            </g>
          )
        })}
    </>
  )
}
