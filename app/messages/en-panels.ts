import type { frPanels } from './fr-panels.ts'

/** The same in English. */
export const enPanels = {
  'class.open': 'See the five classes',
  'class.said': 'Class {riskClass} · {meaning}',
  'chart.table': 'Show as a table',
  'panel.problem.tooSmall':
    'This group holds fewer than 30 clients: a comparison would say more about chance than about the client. Widen a criterion or drop one, or compare with the similar clients.',
  'panel.problem.notScored':
    'The model is still scoring every client. The comparison will show after that; the rest of the page is up to date.',
  'panel.problem.invalid':
    'These values are not plausible for an application: nothing is computed. Bring them closer to the present request.',
  'panel.problem.unknownFeature':
    'The address asks for an element that the model does not know. Choose from those of the list.',
  'panel.problem.unexpected':
    'This computation did not go through. Nothing is shown rather than a doubtful figure; the rest of the page is up to date.',

  'themes.title': 'What weighs, by theme',
  'themes.scale': 'from −5 (risk) to +5 (trust)',
  'themes.caption': 'Mark and contribution of each theme',
  'themes.column.theme': 'Theme',
  'themes.column.mark': 'Mark',
  'themes.worst': 'Most against: {theme} ({mark}).',
  'themes.best': 'Most in favour: {theme} ({mark}).',
  'themes.noneAgainst': 'No theme weighs against this client.',
  'themes.noneFor': 'No theme clearly speaks in favour.',

  'reasons.title': 'Why this score',
  'reasons.note': 'exact contributions of the model',
  'reasons.against': 'What raises the risk most: {reason}.',
  'reasons.for': 'What lowers it most: {reason}.',
  'reasons.noneAgainst': 'No element named raises the risk.',
  'reasons.noneFor': 'No element named lowers it.',
  'reasons.start': 'Start: the average client',
  'reasons.end': 'This client’s raw score',
  'reasons.others': 'Other elements, summed',
  'reasons.median': 'median {median}',
  'reasons.raises': 'raises the risk',
  'reasons.lowers': 'lowers the risk',
  'reasons.explained':
    'How to read: contributions (in log-odds) add up from the average client to the score. +0.7 about doubles the odds of default against repayment, −0.7 halves them.',
  'reasons.more': 'More reasons ({count})',
  'reasons.fewer': 'Fewer reasons',
  'reasons.caption': 'From the average client to this client’s score, in log-odds',
  'reasons.column.element': 'Element',
  'reasons.column.value': 'This client',
  'reasons.column.median': 'Median',
  'reasons.column.contribution': 'Contribution',
  'reasons.column.total': 'Running total',

  'suggestions.title': 'What would change the advice',
  'suggestions.found':
    '{count, plural, one {This change would be enough, all else being equal:} other {Any one of these changes would be enough, all else being equal:}}',
  'suggestions.after': '{repayment} repayment',
  'suggestions.note': 'Each proposal was scored by the model. It does not promise a grant.',
  'suggestions.none':
    '{count, plural, =0 {No proposal: the amount or the instalment of the application is unknown.} other {No plausible change of amount, term or down payment would be enough ({tried} variants scored). The advice rests on other elements: see the reasons.}}',
  'suggestions.notNeeded': 'Granting is already advised: nothing to change.',
  'suggestions.try': 'Try it',
  'suggestions.tried': 'On trial',
  'suggestions.try.label': 'Try it: {suggestion}',

  'whatIf.title': 'What if',
  'whatIf.note': 'nothing is saved',
  'whatIf.form': 'Another request',
  'whatIf.term': 'Term',
  'whatIf.instalments': '{count, plural, one {# instalment} other {# instalments}}',
  'whatIf.present': 'as asked: {present}',
  'whatIf.slider': '{field}, slider',
  'whatIf.asNow': '{label} (as asked)',
  'whatIf.unknown': 'What the application does not say can’t be simulated.',
  'whatIf.apply': 'Compute',
  'whatIf.reset': 'Back to the request',
  'whatIf.unchanged':
    'The request as it is: {before} probability of repayment. Move a slider to see the effect.',
  'whatIf.sentence':
    'The probability of repayment goes from {before} to {after} (grant threshold {threshold}).',
  'whatIf.sameAdvice': 'The advice stays the same: {after}.',
  'whatIf.newAdvice': 'The advice changes: {before} becomes {after}.',
  'whatIf.moved':
    '{count, plural, =0 {Nothing that changed weighs on the score} one {What moved, and its effect on the risk} other {What moved, and the effect of each on the risk}}',
  'whatIf.silent':
    '{count, plural, one {# other value changed, to lesser effect} other {# other values changed, to lesser effect}}',
  'whatIf.others': 'Unchanged elements, whose weight depends on these',
  'whatIf.becomes': 'becomes',

  'compare.title': 'Among other clients',
  'compare.switch': 'Compare with',
  'compare.all': 'All',
  'compare.similar': 'Similar ({count})',
  'compare.group': 'Group…',
  'compare.form': 'Group to compare with',
  'compare.form.empty': 'Without criteria, the comparison is with all clients.',
  'compare.apply': 'Compare',
  'compare.min': '{field}, minimum',
  'compare.max': '{field}, maximum',
  'compare.problem': '{field}: “{found}” can’t be used, this criterion is left out.',
  'compare.sentence':
    'This client’s risk ({own}) exceeds that of {percent} of them; on average their probability of default is {mean}.',
  'compare.size': 'Clients compared',
  'compare.rate': 'Observed default rate',
  'compare.unknown': 'Not known yet',
  'compare.mean': 'Mean probability of default',
  'compare.own': 'This client',
  'compare.score': 'Probability of default',
  'compare.score.description':
    'Probability of default: {own} for this client, higher than that of {percent} of the group.',
  'compare.percent': '{percent}%',
  'compare.percentile': '{rank} percentile',
  'compare.alike': 'like {share} of the group',
  'compare.description':
    '{label}: {own} for this client, group median {median}, higher than for {percent} of the group.',
  'compare.description.alike': '{label}: {own} for this client, like {share} of the group.',
  'compare.description.missing': '{label}: {own} for this client; group median {median}.',
  'compare.missing': 'Value unknown for this client',
  'compare.nobody': 'No value known in this group.',
  'compare.key':
    'Solid line: this client. Dashed line: the group’s median. The two outermost bars gather the most distant values.',
  'compare.caption': 'The client’s place and the quartiles of each element in the group',
  'compare.column.own': 'This client',
  'compare.column.percentile': 'Percentile',
  'compare.column.p25': '1st quartile',
  'compare.column.median': 'Median',
  'compare.column.p75': '3rd quartile',
  'compare.column.known': 'Value known',
  'compare.choose': 'Choose the elements compared',
  'compare.choose.hint': 'Up to {count} elements, from those that weigh most for this client',
  'compare.choose.reset': 'Back to the usual choice',
} as const satisfies Record<keyof typeof frPanels, string>
