import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { quoteText } from '#db/quote-text.ts'

type Cell = string | number | null
interface Choice {
  columns: string[]
  groupCount: number
  /** Rows `[share, ...cells]` by group; `default` stands for every group that is too small to be published. */
  groups: Record<string, [number, ...Cell[]][]>
}
interface Correlation {
  variables: string[]
  /** Row i holds the correlations of variable i with the variables before it. */
  lower: number[][]
}
/** Log-odds of default: `intercept` plus the weighted terms of risk_terms.sql and risk_history_terms.sql. */
interface Odds {
  intercept: number
  terms: Record<string, number>
  history: Record<string, number>
}
export interface Aggregates {
  quantiles: Record<string, number[][]>
  choices: Record<string, Choice>
  shares: Record<string, number | number[] | string[]>
  correlation: Correlation
  odds: Odds
}

const slots = 1000

/** Reads the published aggregates (quantiles, category shares, missing shares, rank correlations): no row of any client. */
export function loadAggregates(): Aggregates {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, 'aggregates', `${name}.json`), 'utf8'))
  return {
    quantiles: read('quantiles'),
    choices: read('choices'),
    shares: read('shares'),
    correlation: read('correlation'),
    odds: read('odds'),
  }
}

/** The macro `risk_log_odds(terms, history)` that outcome.sql calls. */
export function riskMacroSql({ intercept, terms, history }: Odds): string {
  const weigh = (row: string, weights: Record<string, number>) =>
    Object.entries(weights).map(([term, weight]) => `(${weight}) * ${row}.${term}`)
  return `create macro risk_log_odds(terms, history) as
    ${[intercept, ...weigh('terms', terms), ...weigh('history', history)].join(' + ')}`
}

/** The SQL that puts the aggregates where macros.sql looks them up: variables `q_…`, `s_…`, tables `choice_…`. */
export function aggregatesSql({ quantiles, choices, shares }: Aggregates): string[] {
  return [
    ...Object.entries(quantiles).map(
      ([name, groups]) => `set variable q_${name} = [${groups.flat().join(',')}]::double[]`,
    ),
    ...Object.entries(shares).map(([name, share]) => `set variable s_${name} = ${shareLiteral(share)}`),
    ...Object.entries(choices).map(([name, choice]) => choiceTableSql(name, choice)),
  ]
}

function shareLiteral(share: number | number[] | string[]): string {
  const list = typeof share === 'number' ? [share] : share
  return typeof list[0] === 'string'
    ? `[${list.map((text) => quoteText(String(text))).join(',')}]`
    : `[${list.join(',')}]::double[]`
}

function choiceTableSql(name: string, choice: Choice): string {
  const rows: string[] = []
  for (let group = 0; group < choice.groupCount; group++) {
    const options = choice.groups[group] ?? choice.groups.default ?? Object.values(choice.groups)[0] ?? []
    const total = options.reduce((sum, [share]) => sum + share, 0)
    let reached = 0
    for (const [share, ...cells] of options) {
      const first = Math.round((reached / total) * slots)
      reached += share
      const end = Math.round((reached / total) * slots)
      if (end > first) rows.push(`(${[group, first, end, ...cells.map(literal)].join(',')})`)
    }
  }
  const columns = choice.columns.join(', ')
  return `create table choice_${name} as
    select grp::integer as grp, unnest(range(first_slot, end_slot))::integer as slot, ${columns}
    from (values ${rows.join(',\n')}) as option(grp, first_slot, end_slot, ${columns})`
}

function literal(cell: Cell): string {
  if (cell === null) return 'null'
  return typeof cell === 'number' ? String(cell) : quoteText(cell)
}
