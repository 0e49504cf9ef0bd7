/** Groups that are no category of the data but a range or a flag. */
export const groupPhrases = {
  youngPeople: {
    filters: { ageYears: { max: 30 } },
    phrases: [
      'jeunes',
      'young people|clients|customers|adults|applicants|borrowers',
      'younger people|clients|customers|ones',
    ],
  },
  seniors: {
    filters: { ageYears: { min: 60 } },
    phrases: ['seniors|senior|aines', 'personnes agees', 'elderly', 'older people|clients|customers|ones'],
  },
  twenties: {
    filters: { ageYears: { min: 20, max: 29 } },
    phrases: ['vingtenaire|vingtenaires', 'la vingtaine', 'twenties'],
  },
  thirties: {
    filters: { ageYears: { min: 30, max: 39 } },
    phrases: ['trentenaire|trentenaires', 'la trentaine', 'thirties'],
  },
  forties: {
    filters: { ageYears: { min: 40, max: 49 } },
    phrases: ['quadragenaire|quadragenaires|quadra|quadras', 'la quarantaine', 'forties'],
  },
  fifties: {
    filters: { ageYears: { min: 50, max: 59 } },
    phrases: ['quinquagenaire|quinquagenaires|quinqua|quinquas', 'la cinquantaine', 'fifties'],
  },
  sixties: {
    filters: { ageYears: { min: 60, max: 69 } },
    phrases: ['sexagenaire|sexagenaires', 'la soixantaine', 'sixties'],
  },
  seventies: {
    filters: { ageYears: { min: 70, max: 79 } },
    phrases: ['septuagenaire|septuagenaires', 'seventies'],
  },
  childless: {
    filters: { childrenCount: { max: 0 } },
    phrases: [
      'sans enfant|enfants',
      'pas d enfant|enfants',
      'childless',
      'without child|children|kids',
      'no child|children|kids',
      'aucun enfant',
    ],
  },
  parents: {
    filters: { childrenCount: { min: 1 } },
    phrases: [
      'avec enfants|enfant',
      'ayant|ont des enfants|enfant',
      'with children|kids',
      'have|having children|kids',
      'parents',
      'parents de famille',
      'peres|meres de famille',
    ],
  },
  largeFamilies: {
    filters: { childrenCount: { min: 3 } },
    phrases: ['famille|familles nombreuse|nombreuses', 'large family|families', 'big families|family'],
  },
  carOwners: {
    filters: { ownsCar: true },
    phrases: [
      'proprietaire|proprietaires d|de une voiture|vehicule',
      'avec voiture|vehicule',
      'ont|a|ayant|possedent|possede|possedant voiture|vehicule',
      'vehicules|vehicule',
      'car owner|owners',
      'with a car',
      'own|have|has|owning|having a car',
      'have cars',
      'own cars',
      'automobilistes|automobiliste',
      'motorises',
    ],
  },
  carless: {
    filters: { ownsCar: false },
    phrases: [
      'sans voiture|vehicule',
      'pas de voiture|vehicule',
      'ont|a pas de voiture|vehicule',
      'without a|car|cars',
      'without car',
      'no car',
      'carless',
      'not own|have a car',
      'not own|have car',
      'pas voiture',
    ],
  },
  homeOwners: {
    filters: { ownsRealty: true },
    phrases: [
      'proprietaire|proprietaires',
      'proprietaire|proprietaires de logement',
      'ont|a|possedent|possede un bien immobilier',
      'ont|possedent logement|maison|immobilier',
      'homeowner|homeowners',
      'home|house|property|realty owner|owners',
      'own|owning|owns home|house|property|realty|flat|apartment|place',
      'proprios|proprio',
      'landlords',
    ],
  },
  notHomeOwners: {
    filters: { ownsRealty: false },
    phrases: [
      'non|pas proprietaire|proprietaires',
      'pas de bien immobilier',
      'sans bien immobilier|immo',
      'not own|owning home|house|property',
      'not home|house owner|owners',
      'not homeowner|homeowners',
      'no property|realty',
      'without property|home',
    ],
  },
} as const
