import type { Language } from '#core/contracts/language.ts'

interface QualityWords {
  colon: string
  /** What each figure is called beside it, so that none is taken for another. */
  names: Record<'auc' | 'accuracy' | 'cost' | 'ece' | 'brier', string>
  of: (name: string, figure: string) => string
  interval: (name: string, low: string, high: string) => string
  overview: (clients: string) => string
  meaning: string
  auc: (estimate: string, interval: string) => string
  accuracy: (estimate: string, interval: string) => string
  cost: (estimate: string, interval: string) => string
  threshold: (threshold: string) => string
  candidates: string
  calibration: (figures: Record<'method' | 'ece' | 'brier', string>) => string
  methods: Record<'none' | 'sigmoid' | 'isotonic', string>
  training: (clients: string, defaults: string) => string
  folds: (folds: string) => string
  chosen: (candidate: string) => string
  judgedApart: string
  selection: (candidates: string, selected: string) => string
  selected: (selected: string) => string
}

/** What is said of the model's quality. */
export const qualityWords: Record<Language, QualityWords> = {
  fr: {
    colon: ' : ',
    names: {
      auc: 'AUC',
      accuracy: 'exactitude',
      cost: 'coût par client',
      ece: 'erreur de calibration',
      brier: 'score de Brier',
    },
    of: (name, figure) => `${name} de ${figure}`,
    interval: (name, low, high) => ` (${name} entre ${low} et ${high} selon l’échantillon)`,
    overview: (clients) =>
      `**La qualité du modèle**, mesurée sur ${clients} clients, chacun jugé par un modèle qui ne l’a pas vu :`,
    meaning:
      'L’AUC est la probabilité qu’un client en difficulté soit classé plus risqué qu’un bon client. Le coût par client a servi à choisir le modèle : un défaut manqué y coûte bien plus qu’un bon client refusé.',
    auc: (estimate, interval) =>
      `**AUC de ${estimate}**${interval}. C’est la probabilité qu’un client en difficulté soit classé plus risqué qu’un bon client.`,
    accuracy: (estimate, interval) =>
      `**Exactitude de ${estimate}**${interval}. C’est la part des clients mis du bon côté du seuil de refus. Les défauts étant rares, elle dit peu à elle seule ; c’est le coût par client qui a servi à choisir le modèle.`,
    cost: (estimate, interval) =>
      `**Coût par client de ${estimate}**${interval}. Un défaut manqué y coûte bien plus qu’un bon client refusé.`,
    threshold: (threshold) => `Il est le plus bas au seuil de ${threshold}.`,
    candidates: 'Modèles comparés, en moyenne sur les plis :',
    calibration: ({ method, ece, brier }) =>
      `**Erreur de calibration de ${ece}** : l’écart moyen entre les probabilités annoncées et ce qui arrive. Score de Brier de ${brier}. Pour les deux, plus bas est mieux. ${method}`,
    methods: {
      none: 'Les probabilités n’ont pas eu besoin d’être recalées.',
      sigmoid: 'Les probabilités ont été recalées par une sigmoïde.',
      isotonic: 'Les probabilités ont été recalées par régression isotonique.',
    },
    training: (clients, defaults) =>
      `Le modèle a été entraîné sur ${clients} clients, dont ${defaults} en difficulté de paiement.`,
    folds: (folds) => `Validation croisée à ${folds} plis.`,
    chosen: (candidate) => `Modèle retenu : **${candidate}**.`,
    judgedApart:
      'Chaque client est jugé par un modèle qui ne l’a pas vu, et le seuil de refus est choisi sur ces seuls jugements. Le sexe n’est pas une variable du modèle.',
    selection: (candidates, selected) =>
      `Le modèle lit **${selected} caractéristiques**, retenues parmi ${candidates}. Le sexe n’en fait pas partie. La page du modèle les classe par importance.`,
    selected: (selected) =>
      `Le modèle lit **${selected} caractéristiques**. Le sexe n’en fait pas partie. La page du modèle les classe par importance.`,
  },
  en: {
    colon: ': ',
    names: {
      auc: 'AUC',
      accuracy: 'accuracy',
      cost: 'cost per client',
      ece: 'calibration error',
      brier: 'Brier score',
    },
    of: (name, figure) => `${name} of ${figure}`,
    interval: (name, low, high) => ` (${name} between ${low} and ${high} by the sample)`,
    overview: (clients) =>
      `**The model’s quality**, measured on ${clients} clients, each judged by a model that has not seen them:`,
    meaning:
      'The AUC is the probability that a client in difficulty is ranked riskier than a good one. The model was chosen by its cost per client: a missed default costs far more than a refused good client.',
    auc: (estimate, interval) =>
      `**AUC of ${estimate}**${interval}. It is the probability that a client in difficulty is ranked riskier than a good one.`,
    accuracy: (estimate, interval) =>
      `**Accuracy of ${estimate}**${interval}. It is the share of clients put on the right side of the refusal threshold. Defaults being rare, it says little by itself; the model was chosen by its cost per client.`,
    cost: (estimate, interval) =>
      `**Cost per client of ${estimate}**${interval}. A missed default costs far more than a refused good client.`,
    threshold: (threshold) => `It is lowest at the threshold of ${threshold}.`,
    candidates: 'Models compared, as means over the folds:',
    calibration: ({ method, ece, brier }) =>
      `**Calibration error of ${ece}**: the average gap between the stated probabilities and what happens. Brier score of ${brier}. For both, lower is better. ${method}`,
    methods: {
      none: 'The probabilities needed no adjustment.',
      sigmoid: 'The probabilities were adjusted by a sigmoid.',
      isotonic: 'The probabilities were adjusted by isotonic regression.',
    },
    training: (clients, defaults) =>
      `The model was trained on ${clients} clients, of whom ${defaults} had payment difficulties.`,
    folds: (folds) => `Cross-validation in ${folds} folds.`,
    chosen: (candidate) => `Model chosen: **${candidate}**.`,
    judgedApart:
      'Each client is judged by a model that has not seen them, and the refusal threshold is chosen on these judgements alone. Sex is not a feature of the model.',
    selection: (candidates, selected) =>
      `The model reads **${selected} features**, chosen from ${candidates}. Sex is not among them. The model’s page ranks them by importance.`,
    selected: (selected) =>
      `The model reads **${selected} features**. Sex is not among them. The model’s page ranks them by importance.`,
  },
}
