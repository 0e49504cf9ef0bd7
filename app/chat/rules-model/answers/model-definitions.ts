import type { Language } from '#core/contracts/language.ts'
import type { Term } from '../../understanding/reading.ts'
import type { Definition } from './definition.ts'

/** The words of the model’s and the drift’s pages. */
export const modelDefinitions = {
  drift: {
    fr: {
      name: 'Dérive',
      meaning:
        'un écart entre les clients d’aujourd’hui et ceux sur lesquels le modèle a été entraîné. Quand assez de caractéristiques ont dérivé, le modèle peut se tromper davantage et doit être revu.',
    },
    en: {
      name: 'Drift',
      meaning:
        'a difference between today’s clients and those that the model was trained on. When enough features have drifted, the model may err more and should be looked at again.',
    },
  },
  referenceWindow: {
    fr: {
      name: 'Période de référence',
      meaning: 'les clients sur lesquels le modèle a été entraîné : ce à quoi la dérive se mesure.',
    },
    en: {
      name: 'Reference window',
      meaning: 'the clients that the model was trained on: what drift is measured against.',
    },
  },
  currentWindow: {
    fr: {
      name: 'Période actuelle',
      meaning: 'les clients que l’on compare à ceux de l’entraînement pour mesurer la dérive.',
    },
    en: {
      name: 'Current window',
      meaning: 'the clients compared with those of the training to measure drift.',
    },
  },
  driftTest: {
    fr: {
      name: 'Test de dérive',
      meaning:
        'la mesure de l’écart entre deux périodes pour une caractéristique : une valeur p (Kolmogorov–Smirnov, khi-deux, z) ou une distance (Wasserstein normée, Jensen–Shannon), choisie selon le nombre de clients et de valeurs. Une valeur p basse ou une distance élevée signale une dérive.',
    },
    en: {
      name: 'Drift test',
      meaning:
        'the measure of how far two windows lie apart in one feature: a p-value (Kolmogorov–Smirnov, chi-square, z) or a distance (normed Wasserstein, Jensen–Shannon), chosen by the number of clients and of values. A low p-value or a large distance means drift.',
    },
  },
  importance: {
    fr: {
      name: 'Importance',
      meaning:
        'la part d’une caractéristique dans ce que les arbres du modèle ont gagné à l’entraînement. Elle vaut pour l’ensemble des clients ; pour un client donné, c’est la contribution qui compte.',
    },
    en: {
      name: 'Importance',
      meaning:
        'a feature’s share of what the model’s trees gained in training. It holds for all clients together; for one client it is the contribution that counts.',
    },
  },
  auc: {
    fr: {
      name: 'AUC',
      meaning:
        'la probabilité qu’un client en difficulté, pris au hasard, soit classé plus risqué qu’un bon client pris au hasard. Plus elle est haute, mieux le modèle classe ; un tirage à pile ou face donnerait une moitié.',
    },
    en: {
      name: 'AUC',
      meaning:
        'the probability that a client in difficulty, taken at random, is ranked riskier than a good one taken at random. The higher, the better the model ranks; tossing a coin would give a half.',
    },
  },
  accuracy: {
    fr: {
      name: 'Exactitude',
      meaning:
        'la part des clients que le modèle met du bon côté du seuil. Les défauts étant rares, elle dit peu à elle seule : accorder à tous aurait une exactitude élevée.',
    },
    en: {
      name: 'Accuracy',
      meaning:
        'the share of clients that the model puts on the right side of the threshold. Defaults being rare, it says little by itself: granting to everyone would have a high accuracy.',
    },
  },
  costPerClient: {
    fr: {
      name: 'Coût par client',
      meaning:
        'ce que coûtent en moyenne les erreurs du modèle : les défauts manqués, qui coûtent cher, et les bons clients refusés, qui coûtent bien moins. C’est lui qui a servi à choisir le modèle et le seuil.',
    },
    en: {
      name: 'Cost per client',
      meaning:
        'what the model’s errors cost on average: missed defaults, which are dear, and refused good clients, which cost far less. The model and the threshold were chosen by it.',
    },
  },
  calibration: {
    fr: {
      name: 'Calibration',
      meaning:
        'l’accord entre les probabilités annoncées et ce qui arrive : parmi les clients auxquels le modèle donne un même risque, la part des défauts doit y être égale. L’erreur de calibration mesure l’écart moyen.',
    },
    en: {
      name: 'Calibration',
      meaning:
        'how well the stated probabilities agree with what happens: among clients given the same risk, the share of defaults should equal it. The calibration error measures the average gap.',
    },
  },
  brierScore: {
    fr: {
      name: 'Score de Brier',
      meaning:
        'l’écart quadratique moyen entre la probabilité annoncée et l’issue. Il juge à la fois le classement et la calibration ; plus bas est mieux.',
    },
    en: {
      name: 'Brier score',
      meaning:
        'the mean squared difference between the stated probability and the outcome. It judges ranking and calibration at once; lower is better.',
    },
  },
  fairness: {
    fr: {
      name: 'Équité',
      meaning:
        'le contrôle que le modèle traite de même les femmes et les hommes, les tranches d’âge et les situations familiales : parts d’accords, erreurs et calibration, chacune sous une borne fixée d’avance. Le sexe n’est jamais une variable du modèle.',
    },
    en: {
      name: 'Fairness',
      meaning:
        'the check that the model treats women and men, age bands and family situations alike: shares of grants, errors and calibration, each within a bound set in advance. Sex is never a feature of the model.',
    },
  },
  provenance: {
    fr: {
      name: 'Provenance',
      meaning:
        'ce qu’il faut pour refaire un calcul plus tard : la version et l’empreinte du modèle, la version des données et le moment du calcul. Chaque réponse la porte.',
    },
    en: {
      name: 'Provenance',
      meaning:
        'what it takes to compute an answer again later: the model’s version and fingerprint, the version of the data and the moment. Every answer carries it.',
    },
  },
} satisfies Partial<Record<Term, Record<Language, Definition>>>
