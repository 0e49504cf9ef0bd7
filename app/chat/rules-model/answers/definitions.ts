import type { Language } from '#core/contracts/language.ts'
import type { Term } from '../../understanding/reading.ts'
import { type ModelTerm, modelDefinitions } from './model-definitions.ts'

export interface Definition {
  name: string
  /** One to three sentences without a figure: what could change stands in a tool's answer, not here. */
  meaning: string
}

const scoreDefinitions: Record<Exclude<Term, ModelTerm>, Record<Language, Definition>> = {
  probabilityOfDefault: {
    fr: {
      name: 'Probabilité de défaut',
      meaning:
        'la probabilité, calibrée, que le client ait des difficultés de paiement sur ses premières échéances. C’est le complément de la probabilité de remboursement.',
    },
    en: {
      name: 'Probability of default',
      meaning:
        'the calibrated probability that the client has payment difficulties on the first instalments. It is the complement of the probability of repayment.',
    },
  },
  probabilityOfRepayment: {
    fr: {
      name: 'Probabilité de remboursement',
      meaning:
        'la probabilité, calibrée, que le client rembourse sans difficulté de paiement : le complément de la probabilité de défaut. C’est elle que la jauge montre d’abord.',
    },
    en: {
      name: 'Probability of repayment',
      meaning:
        'the calibrated probability that the client repays without payment difficulties: the complement of the probability of default. The gauge shows it first.',
    },
  },
  default: {
    fr: {
      name: 'Défaut',
      meaning:
        'des difficultés de paiement : un retard de plus d’un certain nombre de jours sur l’une des premières échéances du crédit.',
    },
    en: {
      name: 'Default',
      meaning:
        'payment difficulties: a payment late by more than a set number of days on one of the first instalments of the credit.',
    },
  },
  score: {
    fr: {
      name: 'Score',
      meaning:
        'ce que le modèle dit d’un dossier : une probabilité de remboursement, la classe de risque qui en découle et un avis. Il aide à décider ; il ne décide pas.',
    },
    en: {
      name: 'Score',
      meaning:
        'what the model says of an application: a probability of repayment, the risk class that follows from it, and an advice. It helps to decide; it does not decide.',
    },
  },
  rawScore: {
    fr: {
      name: 'Score brut',
      meaning:
        'la somme des arbres du modèle, en log-odds, avant calibration. La valeur de base et toutes les contributions s’additionnent pour le donner exactement.',
    },
    en: {
      name: 'Raw score',
      meaning:
        'the sum of the model’s trees, in log-odds, before calibration. The base value and all contributions add up to it exactly.',
    },
  },
  logOdds: {
    fr: {
      name: 'Log-odds',
      meaning:
        'le logarithme du rapport entre la probabilité de défaut et celle de remboursement. Sur cette échelle les effets s’additionnent : au-dessus de zéro, le défaut est plus probable que le remboursement.',
    },
    en: {
      name: 'Log-odds',
      meaning:
        'the logarithm of the ratio of the probability of default to that of repayment. On this scale effects add up: above zero, default is more likely than repayment.',
    },
  },
  decisionThreshold: {
    fr: {
      name: 'Seuil de refus',
      meaning:
        'la probabilité de défaut à partir de laquelle refuser coûte moins cher qu’accorder, car un défaut manqué coûte bien plus qu’un bon client refusé. Il est choisi à l’entraînement, sur des clients que le modèle n’avait pas vus ; l’avis en dépend.',
    },
    en: {
      name: 'Decision threshold',
      meaning:
        'the probability of default from which refusing costs less than granting, as a missed default costs far more than a refused good client. It is chosen in training, on clients that the model had not seen; the advice depends on it.',
    },
  },
  reviewBand: {
    fr: {
      name: 'Zone d’examen',
      meaning:
        'les probabilités proches du seuil de refus, où accorder et refuser coûtent à peu près autant. L’avis y est d’examiner le dossier de plus près : c’est là que le regard d’une personne vaut le plus.',
    },
    en: {
      name: 'Review band',
      meaning:
        'the probabilities near the decision threshold, where granting and refusing cost about the same. There the advice is a closer review: it is where a person’s look is worth most.',
    },
  },
  advice: {
    fr: {
      name: 'Avis',
      meaning:
        'accorder, examiner de plus près ou refuser, selon la place de la probabilité de défaut par rapport au seuil. Ce n’est jamais une décision : une personne décide, et le client peut demander qu’une personne réexamine.',
    },
    en: {
      name: 'Advice',
      meaning:
        'grant, review more closely or refuse, by where the probability of default stands to the threshold. It is never a decision: a person decides, and the client may ask for a person’s review.',
    },
  },
  riskClass: {
    fr: {
      name: 'Classe de risque',
      meaning:
        'le risque en une lettre, de A (le plus sûr) à E (le plus risqué). Ses bornes suivent la probabilité de défaut et sont liées au seuil de refus.',
    },
    en: {
      name: 'Risk class',
      meaning:
        'the risk in one letter, from A (the safest) to E (the riskiest). Its bounds follow the probability of default and are tied to the decision threshold.',
    },
  },
  contribution: {
    fr: {
      name: 'Contribution',
      meaning:
        'la part exacte du score brut qui revient à une caractéristique (valeur de Shapley), en log-odds. Positive, elle augmente le risque ; négative, elle le réduit. Elle décrit le modèle, non une cause.',
    },
    en: {
      name: 'Contribution',
      meaning:
        'the exact part of the raw score that belongs to one feature (its Shapley value), in log-odds. Positive, it raises the risk; negative, it lowers it. It describes the model, not a cause.',
    },
  },
  baseValue: {
    fr: {
      name: 'Valeur de base',
      meaning:
        'le score brut du client moyen de l’entraînement. Les contributions partent de là pour arriver au score brut du client.',
    },
    en: {
      name: 'Base value',
      meaning:
        'the raw score of the average training client. Contributions lead from there to the client’s own raw score.',
    },
  },
  theme: {
    fr: {
      name: 'Thème',
      meaning:
        'un groupe de caractéristiques qui parlent de la même chose : scores externes, historique de remboursement, dettes en cours, crédit demandé, revenus et emploi, situation personnelle… La contribution d’un thème est la somme des leurs.',
    },
    en: {
      name: 'Theme',
      meaning:
        'a group of features that speak of the same thing: external scores, repayment history, current debts, requested credit, income and employment, personal situation… A theme’s contribution is the sum of theirs.',
    },
  },
  themeMark: {
    fr: {
      name: 'Note d’un thème',
      meaning:
        'la contribution du thème en une note entière, de signe contraire : négative, le thème pèse contre le client ; positive, il parle pour lui.',
    },
    en: {
      name: 'Mark of a theme',
      meaning:
        'the theme’s contribution as a whole mark of the opposite sign: negative, the theme speaks against the client; positive, for the client.',
    },
  },
  cohort: {
    fr: {
      name: 'Groupe de comparaison',
      meaning:
        'les clients auxquels on compare : tous, ceux qu’un filtre retient (âge, revenus, contrat, région…) ou les plus semblables. Un groupe trop petit est refusé. Le sexe n’est pas un critère.',
    },
    en: {
      name: 'Comparison group',
      meaning:
        'the clients compared with: all of them, those that a filter keeps (age, income, contract, region…) or the most similar. Too small a group is refused. Sex is no criterion.',
    },
  },
  similarClients: {
    fr: {
      name: 'Clients semblables',
      meaning:
        'les clients les plus proches selon les caractéristiques les plus importantes du modèle, chacune pesant selon son importance. Le client lui-même n’en fait pas partie.',
    },
    en: {
      name: 'Similar clients',
      meaning:
        'the clients nearest in the model’s most important features, each weighted by its importance. The client is not among them.',
    },
  },
  percentile: {
    fr: {
      name: 'Percentile',
      meaning:
        'la part du groupe qui se trouve en dessous du client, les ex æquo comptant pour moitié. Au milieu, autant de clients sont au-dessus qu’en dessous.',
    },
    en: {
      name: 'Percentile',
      meaning:
        'the share of the group that lies below the client, ties counted half. In the middle, as many clients are above as below.',
    },
  },
  median: {
    fr: {
      name: 'Médiane',
      meaning: 'la valeur du milieu : la moitié du groupe est en dessous, l’autre moitié au-dessus.',
    },
    en: {
      name: 'Median',
      meaning: 'the value in the middle: half of the group lies below it, the other half above.',
    },
  },
  quartile: {
    fr: {
      name: 'Quartiles',
      meaning:
        'les valeurs qui, avec la médiane, partagent le groupe en quatre parts égales. La moitié centrale du groupe se trouve entre le premier et le dernier quartile.',
    },
    en: {
      name: 'Quartiles',
      meaning:
        'the values that, with the median, part the group into four equal parts. The central half of the group lies between the first and the last quartile.',
    },
  },
  defaultRate: {
    fr: {
      name: 'Taux de défaut observé',
      meaning:
        'la part des clients d’un groupe qui ont eu des difficultés de paiement, parmi ceux dont l’issue est connue. C’est un fait du passé, non une prédiction.',
    },
    en: {
      name: 'Observed default rate',
      meaning:
        'the share of a group’s clients who had payment difficulties, among those whose outcome is known. It is a fact of the past, not a prediction.',
    },
  },
  whatIf: {
    fr: {
      name: 'Simulation',
      meaning:
        'le score recalculé avec d’autres montants, une autre durée, un autre revenu ou un autre contrat ; tout ce qui en dépend suit, le reste ne bouge pas. Rien n’est enregistré.',
    },
    en: {
      name: 'Simulation (what-if)',
      meaning:
        'the score computed again with other amounts, another term, income or contract; all that depends on them follows, the rest stays. Nothing is stored.',
    },
  },
  suggestedChange: {
    fr: {
      name: 'Changement suggéré',
      meaning:
        'le plus petit changement plausible du montant, de la durée ou de l’apport qui améliorerait l’avis, vérifié en recalculant le score. Jamais l’âge, la famille ni le revenu.',
    },
    en: {
      name: 'Suggested change',
      meaning:
        'the smallest plausible change of amount, term or down payment that would improve the advice, checked by scoring again. Never age, family or income.',
    },
  },
  annuity: {
    fr: {
      name: 'Échéance (annuité)',
      meaning:
        'ce que le client paie à chaque échéance, telle que la demande l’indique. Divisé par elle, le montant du crédit donne le nombre d’échéances.',
    },
    en: {
      name: 'Instalment (annuity)',
      meaning:
        'what the client pays each time, as the application states it. The credit amount divided by it gives the number of instalments.',
    },
  },
  term: {
    fr: {
      name: 'Durée',
      meaning:
        'le nombre d’échéances qui remboursent le crédit : le montant du crédit divisé par l’échéance.',
    },
    en: {
      name: 'Term',
      meaning:
        'the number of instalments that repay the credit: the credit amount divided by the instalment.',
    },
  },
  externalScore: {
    fr: {
      name: 'Score externe',
      meaning:
        'une note de solvabilité venue d’un organisme extérieur. Plus elle est haute, plus le client est sûr.',
    },
    en: {
      name: 'External score',
      meaning: 'a credit rating from an outside source. The higher, the safer the client.',
    },
  },
  regionRating: {
    fr: {
      name: 'Note de la région',
      meaning: 'la note que le prêteur donne à la région où vit le client ; la plus basse est la meilleure.',
    },
    en: {
      name: 'Rating of the region',
      meaning: 'the lender’s rating of the region where the client lives; the lowest is the best.',
    },
  },
  nearestClientsDefaultRate: {
    fr: {
      name: 'Taux de défaut des clients les plus proches',
      meaning:
        'le taux de défaut des clients d’entraînement les plus proches par leurs scores externes et par le rapport entre crédit et échéance. Le modèle s’en sert comme d’une caractéristique.',
    },
    en: {
      name: 'Default rate of the nearest clients',
      meaning:
        'the default rate of the training clients nearest in their external scores and in credit divided by instalment. The model reads it as a feature.',
    },
  },
  sex: {
    fr: {
      name: 'Le sexe n’est pas un critère',
      meaning:
        'le modèle ne le lit jamais, et aucune comparaison ni aucune recherche ne se fait selon lui, car la loi l’exclut du score. Il ne sert qu’à contrôler, après coup, que le modèle traite également femmes et hommes.',
    },
    en: {
      name: 'Sex is no criterion',
      meaning:
        'the model never reads it, and no comparison or search goes by it, as the law bars it from the score. It only serves to check afterwards that the model treats women and men alike.',
    },
  },
}

/** The words that the assistant defines. */
export const definitions: Record<Term, Record<Language, Definition>> = {
  ...scoreDefinitions,
  ...modelDefinitions,
}
