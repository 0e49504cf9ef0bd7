import type { Language } from '#core/contracts/language.ts'
import type { Term } from '../../understanding/reading.ts'
import type { Definition } from './definition.ts'

/** The words of the score and its reasons. */
export const scoreDefinitions = {
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
} satisfies Partial<Record<Term, Record<Language, Definition>>>
