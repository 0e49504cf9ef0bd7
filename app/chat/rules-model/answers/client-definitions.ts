import type { Language } from '#core/contracts/language.ts'
import type { Term } from '../../understanding/reading.ts'
import type { Definition } from './definition.ts'

/** The words of the comparison, the request and the client’s description. */
export const clientDefinitions = {
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
      name: 'Centile',
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
} satisfies Partial<Record<Term, Record<Language, Definition>>>
