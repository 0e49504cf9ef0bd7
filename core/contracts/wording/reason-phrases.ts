interface ReasonPhrase {
  fr: string
  en: string
  /** The ratio is said as a percentage. */
  asPercent?: boolean
}

/** How an advisor would say the features that come up most; the others are said by their label. */
export const reasonPhrases: Readonly<Record<string, ReasonPhrase>> = {
  age_years: { fr: '{value}', en: '{value} old' },
  employment_years: { fr: 'En poste depuis {value}', en: 'In the present job for {value}' },
  age_at_employment_years: { fr: 'Entré dans son emploi à {value}', en: 'Took the present job at {value}' },
  registration_years: {
    fr: 'Même domicile enregistré depuis {value}',
    en: 'Same registered address for {value}',
  },
  identity_document_years: {
    fr: 'Pièce d’identité établie il y a {value}',
    en: 'Identity document issued {value} ago',
  },
  phone_change_years: { fr: 'Même numéro de téléphone depuis {value}', en: 'Same phone number for {value}' },
  car_age_years: { fr: 'Voiture de {value}', en: 'Car of {value}' },
  children_count: { fr: 'Enfants à charge : {value}', en: 'Children: {value}' },
  credit_amount: { fr: 'Crédit demandé de {value}', en: 'Credit of {value} asked for' },
  annuity_amount: { fr: 'Annuité de {value}', en: 'Annuity of {value}' },
  goods_price_amount: { fr: 'Bien financé à {value}', en: 'Good priced at {value}' },
  annual_income_amount: { fr: 'Revenu déclaré de {value}', en: 'Declared income of {value}' },
  credit_to_annuity_ratio: {
    fr: 'Crédit remboursé en {value} annuités',
    en: 'Credit repaid in {value} annuities',
  },
  credit_to_goods_ratio: {
    fr: 'Crédit égal à {value} du prix du bien',
    en: 'Credit of {value} of the good’s price',
    asPercent: true,
  },
  annuity_to_income_ratio: {
    fr: 'Annuité égale à {value} du revenu',
    en: 'Annuity of {value} of the income',
    asPercent: true,
  },
  bureau_debt_to_income_ratio: {
    fr: 'Dettes chez d’autres prêteurs égales à {value} du revenu',
    en: 'Debts with other lenders of {value} of the income',
    asPercent: true,
  },
  bureau_debt_to_credit_ratio: {
    fr: '{value} des crédits chez d’autres prêteurs restent dus',
    en: '{value} of the credits with other lenders is still owed',
    asPercent: true,
  },
  bureau_active_debt_to_credit_ratio: {
    fr: '{value} des crédits en cours chez d’autres prêteurs restent dus',
    en: '{value} of the open credits with other lenders is still owed',
    asPercent: true,
  },
  bureau_active_count: {
    fr: 'Crédits en cours chez d’autres prêteurs : {value}',
    en: 'Open credits with other lenders: {value}',
  },
  previous_refused_share: {
    fr: '{value} des demandes antérieures refusées',
    en: '{value} of the previous applications refused',
  },
  previous_approved_share: {
    fr: '{value} des demandes antérieures accordées',
    en: '{value} of the previous applications approved',
  },
  instalment_late_share: {
    fr: '{value} des échéances payées en retard',
    en: '{value} of the instalments paid late',
  },
  instalment_late_share_365d: {
    fr: '{value} des échéances payées en retard sur 12 mois',
    en: '{value} of the instalments of the last 12 months paid late',
  },
  instalment_underpaid_share: {
    fr: '{value} des échéances payées en partie seulement',
    en: '{value} of the instalments paid only in part',
  },
  card_mean_utilisation_3m: {
    fr: '{value} du plafond de carte utilisé sur 3 mois',
    en: '{value} of the card limit used over 3 months',
  },
}
