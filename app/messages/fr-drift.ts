/** What the drift page says in French. */
export const frDrift = {
  'drift.title': 'Dérive',
  'drift.lead':
    "Les nouveaux clients ressemblent-ils encore à ceux dont le modèle a appris ? Les tests sont ceux d'evidently ; aucun ne demande d'attendre l'issue des crédits.",
  'drift.loading': 'Comparaison des deux lots en cours…',
  'drift.windows': 'Lot comparé à la référence',
  'drift.points': '{points} pt',
  'drift.drifted': 'Dérive',
  'drift.stable': 'Stable',
  'drift.missingness': 'Inconnus',
  'drift.problem.window': "L'adresse demande un lot qui n'existe pas, ou qui n'a pas de clients à comparer.",
  'drift.problem.none':
    "Il n'y a pas deux lots à comparer : il faut celui dont le modèle a appris, et un autre. Importez un lot plus récent.",
  'drift.problem.notScored':
    'Le modèle calcule encore le score de chaque client : la comparaison sera possible ensuite.',
  'drift.problem.other': "La comparaison n'a pas abouti. Rien n'est affiché plutôt qu'un chiffre douteux.",
  'drift.problem.latest': 'Comparer le lot le plus récent',

  'drift.verdict.title': 'Verdict',
  'drift.verdict.note': "règles d'evidently",
  'drift.verdict.drifted': 'Les données ont dérivé',
  'drift.verdict.stable': 'Données stables',
  'drift.verdict.sentence':
    '{count, plural, =0 {Aucune colonne sur {columns} ne dérive ({share}).} one {Une colonne sur {columns} dérive ({share}).} other {{drifted} colonnes sur {columns} dérivent ({share}).}} Le jeu est dit en dérive à partir de {threshold} des colonnes.',
  'drift.verdict.threshold': 'seuil {threshold}',
  'drift.verdict.weight': 'du poids du modèle repose sur elles',
  'drift.verdict.missing': "{count, plural, one {colonne} other {colonnes}} dont la part d'inconnus dérive",
  'drift.verdict.new': '{count, plural, one {colonne} other {colonnes}} avec une catégorie nouvelle',
  'drift.verdict.windows':
    'Référence : {reference} ({referenceRows} clients). Comparé : {current} ({currentRows} clients).',

  'drift.leading.title': 'Ce qui bouge et qui pèse',
  'drift.leading.note': 'les premières colonnes par dérive × importance',
  'drift.leading.weight': '{test} {statistic} · importance {importance}',

  'drift.prediction.title': 'Prédiction et coût',
  'drift.prediction.test': '{test} {statistic}, dérive si {threshold}',
  'drift.prediction.same': 'Le coût attendu par client ne change pas : {before}, puis {after} ({percent} %).',
  'drift.prediction.dearer':
    'Un client du lot comparé coûte {percent} % de plus en moyenne : {after} au lieu de {before}.',
  'drift.prediction.cheaper':
    'Un client du lot comparé coûte {percent} % de moins en moyenne : {after} au lieu de {before}.',
  'drift.prediction.caption': 'Ce que le modèle prédit pour chaque lot',
  'drift.prediction.refused': 'Part au-dessus du seuil de refus',
  'drift.prediction.cost': 'Coût attendu par client',
  'drift.prediction.total': 'Coût attendu du lot',
  'drift.prediction.explained':
    'Le coût attendu se calcule sans les issues, par les probabilités calibrées : 10 par défaut manqué, 1 par bon client refusé. Il ne voit pas une dérive du lien entre les clients et leur issue.',

  'drift.columns.title': 'Colonnes',
  'drift.columns.note': 'rangées par dérive × importance',
  'drift.columns.caption': 'Test, verdict et poids de chaque colonne',
  'drift.columns.switch': 'Colonnes affichées',
  'drift.columns.everything': 'Toutes ({count})',
  'drift.columns.onlyDrifted': 'En dérive, valeurs ou inconnus ({count})',
  'drift.columns.search': 'Chercher une colonne',
  'drift.columns.placeholder': 'Nom de colonne…',
  'drift.columns.listed': '{count, plural, =0 {Aucune colonne.} one {# colonne.} other {{total} colonnes.}}',
  'drift.columns.none': 'Aucune colonne ne correspond.',
  'drift.columns.all': 'Voir les {count} colonnes',
  'drift.columns.fewer': 'Ne voir que les {count} premières',
  'drift.columns.key':
    "Tiret vertical : le seuil du test. Une distance dérive à partir du seuil, une valeur p jusqu'au seuil. Inconnus : la part de valeurs absentes dérive, pas forcément les valeurs. Ouvrez une colonne pour voir ses deux distributions.",
  'drift.column.rank': 'Rang',
  'drift.column.column': 'Colonne',
  'drift.column.verdict': 'Verdict',
  'drift.column.test': 'Test',
  'drift.column.statistic': 'Statistique',
  'drift.column.threshold': 'Dérive si',
  'drift.column.missing': 'Inconnus',
  'drift.column.importance': 'Importance',
  'drift.column.name': 'Nom technique',
  'drift.column.kind': 'Nature',
  'drift.column.values': 'Valeurs',
  'drift.column.difference': 'Écart, en points',
  'drift.column.change': 'Écart',
  'drift.numerical': 'numérique',
  'drift.categorical': 'catégorielle',
  'drift.newCategories':
    '{count, plural, one {Catégorie nouvelle : {names}} other {Catégories nouvelles : {names}}}',
  'drift.test.ks': 'Kolmogorov–Smirnov',
  'drift.test.chisquare': 'Khi-deux',
  'drift.test.z': 'Test z de proportions',
  'drift.test.wasserstein': 'Wasserstein normée',
  'drift.test.jensenshannon': 'Jensen–Shannon',
  'drift.test.none': 'aucun : un lot sans valeurs',
  'drift.statistic.tiny': '< {smallest}',
  'drift.threshold.distance': '≥ {threshold}',
  'drift.threshold.p': '≤ {threshold}',
  'drift.distribution.none': 'Aucune valeur connue dans les deux lots.',
  'drift.distribution.description':
    '{label} : le plus grand écart est à {bin}, {reference} de la référence et {current} du lot comparé.',
  'drift.distribution.moved': 'Plus grand écart : {bin}, {reference} → {current}.',
  'drift.distribution.caption': '{label} : part de chaque lot',

  'drift.evidently.title': "Rapport d'evidently",
  'drift.evidently.note': "l'outil de référence, sur les mêmes données",
  'drift.evidently.lead':
    "Le rapport complet d'evidently, avec ses propres graphiques. Il s'ouvre à part, sans accès au reste de l'application.",
  'drift.evidently.open': 'Ouvrir le rapport',
  'drift.evidently.made': 'Produit le {date} · données {dataVersion} · variables du modèle {modelVersion}',
  'drift.evidently.other':
    "Ce rapport porte sur d'autres données ({found}) que celles servies ({served}) : refaites-le avec npm run ml:drift.",
  'drift.evidently.otherModel':
    "Ce rapport porte sur les variables d'un autre modèle ({found}) que celui servi ({served}) : refaites-le avec npm run ml:drift.",
  'drift.evidently.frame': "Le rapport d'evidently, en anglais",
  'drift.evidently.alone': 'Plein écran',
  'drift.evidently.back': 'Revenir à la dérive',
  'drift.evidently.missing.title': "Il n'y a pas encore de rapport d'evidently",
  'drift.evidently.missing.body':
    "La commande npm run ml:drift le produit, en HTML et en JSON ; il s'ouvre ensuite ici.",
  'drift.evidently.none':
    "Il n'y en a pas encore. La commande npm run ml:drift le produit, en HTML et en JSON.",
} as const
