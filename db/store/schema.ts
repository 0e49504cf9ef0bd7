import { blob, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The one data set that the store holds. A load replaces it whole. */
export const datasets = sqliteTable('datasets', {
  dataVersion: text('data_version').primaryKey(),
  origin: text({ enum: ['demo', 'import'] }).notNull(),
  name: text().notNull(),
  featureCount: integer('feature_count').notNull(),
  clientCount: integer('client_count').notNull(),
  featuresSqlSha256: text('features_sql_sha256').notNull(),
  warnings: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** Changes with every load, also of the same data. UTC, ISO 8601. */
  loadedAt: text('loaded_at').notNull(),
  /** `storeLayout` of the version that loaded it: which columns `client_columns` holds. */
  layout: integer().notNull().default(1),
})

/** Groups of clients that came together: train, test, later imports. `labelled` counts the known targets. */
export const windows = sqliteTable('windows', {
  name: text().primaryKey(),
  /** Train first, then test, then the others by name. */
  position: integer().notNull(),
  clients: integer().notNull(),
  labelled: integer().notNull(),
})

/**
 * The catalogue as it was when the features were loaded, by position in every client's blob; after those the
 * features that a model computes.
 */
export const features = sqliteTable('features', {
  position: integer().primaryKey(),
  name: text().notNull().unique(),
  labelFr: text('label_fr').notNull(),
  labelEn: text('label_en').notNull(),
  unit: text().notNull(),
  theme: text().notNull(),
  themeLabelFr: text('theme_label_fr').notNull(),
  themeLabelEn: text('theme_label_en').notNull(),
  sources: text({ mode: 'json' }).$type<string[]>().notNull(),
  nullMeaningFr: text('null_meaning_fr').notNull(),
  nullMeaningEn: text('null_meaning_en').notNull(),
  rangeMin: real('range_min'),
  rangeMax: real('range_max'),
  actionable: integer({ mode: 'boolean' }).notNull(),
  sensitive: integer({ mode: 'boolean' }).notNull(),
  /** Not in any client's blob: a model computes it. Its column is written with the model's scores. */
  computedByModel: integer('computed_by_model', { mode: 'boolean' }).notNull().default(false),
})

/**
 * Ordered integer codes of the data's categories, with what screens call them. `sourceField` is the client's
 * field (`contractType`), or for other columns `table.COLUMN`.
 */
export const categories = sqliteTable(
  'categories',
  {
    sourceField: text('source_field').notNull(),
    category: text().notNull(),
    code: integer().notNull(),
    labelFr: text('label_fr').notNull(),
    labelEn: text('label_en').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceField, table.category] })],
)

/** One row a client: what an application says of them. Null: it does not say. Sex is not among it. */
export const clients = sqliteTable('clients', {
  clientId: integer('client_id').primaryKey(),
  window: text()
    .notNull()
    .references(() => windows.name),
  target: integer(),
  ageYears: real('age_years'),
  employmentYears: real('employment_years'),
  annualIncomeAmount: real('annual_income_amount'),
  creditAmount: real('credit_amount'),
  annuityAmount: real('annuity_amount'),
  goodsPriceAmount: real('goods_price_amount'),
  contractType: text('contract_type'),
  incomeType: text('income_type'),
  occupationType: text('occupation_type'),
  organizationType: text('organization_type'),
  educationType: text('education_type'),
  familyStatus: text('family_status'),
  housingType: text('housing_type'),
  childrenCount: real('children_count'),
  familyMemberCount: real('family_member_count'),
  ownsCar: integer('owns_car', { mode: 'boolean' }),
  ownsRealty: integer('owns_realty', { mode: 'boolean' }),
  regionRating: real('region_rating'),
  externalScore1: real('external_score1'),
  externalScore2: real('external_score2'),
  externalScore3: real('external_score3'),
})

/** All features of a client: float32, little endian, in the order of `features.position`; NaN is null. */
export const clientFeatures = sqliteTable('client_features', {
  clientId: integer('client_id')
    .primaryKey()
    .references(() => clients.clientId),
  featureValues: blob('feature_values', { mode: 'buffer' }).notNull(),
})

/** Models that have scored clients here. `scoredAt` is set for the one whose scores the store holds now. */
export const modelVersions = sqliteTable('model_versions', {
  modelSha256: text('model_sha256').primaryKey(),
  /** Hash of the bundle's manifest: a threshold can change where the model does not. */
  bundleSha256: text('bundle_sha256').notNull().default(''),
  modelVersion: text('model_version').notNull(),
  trainingDataVersion: text('training_data_version').notNull(),
  scoredAt: text('scored_at'),
})

/** The current model's answer for each client, for lists; a single client is always scored afresh. */
export const clientScores = sqliteTable('client_scores', {
  clientId: integer('client_id')
    .primaryKey()
    .references(() => clients.clientId),
  modelSha256: text('model_sha256')
    .notNull()
    .references(() => modelVersions.modelSha256),
  probabilityOfDefault: real('probability_of_default').notNull(),
  advice: text({ enum: ['grant', 'review', 'refuse'] }).notNull(),
  riskClass: text('risk_class', { enum: ['A', 'B', 'C', 'D', 'E'] }).notNull(),
})

/**
 * One column of all clients, in the order of their ids, as a typed array: what lists and cohorts are filtered,
 * sorted and compared by. Derived from the tables above, in the transaction that writes them.
 */
export const clientColumns = sqliteTable('client_columns', {
  name: text().primaryKey(),
  arrayType: text('array_type', { enum: ['float64', 'float32', 'uint32', 'uint16', 'int8'] }).notNull(),
  /** For a uint16 column of categories: what each code from 1 stands for; 0 is null. */
  categories: text({ mode: 'json' }).$type<string[]>(),
  data: blob({ mode: 'buffer' }).notNull(),
})
