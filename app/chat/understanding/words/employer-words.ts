/** What people call employers, by the data’s own value or the start of several; the patterns are those of the cues. */
export const employerPhrases: Readonly<Record<string, readonly string[]>> = {
  Police: ['policier|policiers|policiere', 'police officers|officer', 'police'],
  Military: ['militaire|militaires', 'soldats|soldat|soldiers|soldier', 'armee|army|military'],
  Bank: ['banquier|banquiers|banker|bankers', 'banque|banques|bank|banks|banking'],
  School: [
    'enseignant|enseignants|professeur|professeurs|instituteur|instituteurs|teacher|teachers',
    'ecole|ecoles|school|schools',
  ],
  University: ['universite|universites|university|universities'],
  Kindergarten: ['ecole maternelle', 'maternelle|kindergarten|kindergartens|nursery'],
  Medicine: ['sante|hopital|hopitaux|hospital|hospitals|healthcare|health', 'medical sector'],
  Construction: ['batiment|btp|construction|building'],
  Agriculture: ['agricole|agriculture|farming', 'agriculteur|agriculteurs|farmer|farmers'],
  'Self-employed': [
    'independant|independants|independante',
    'travailleur|travailleurs independant|independants',
    'auto entrepreneur|entrepreneurs',
    'autoentrepreneur|autoentrepreneurs',
    'a son|leur compte',
    'self employed',
    'freelance|freelances|freelancer|freelancers',
    'profession|professions liberale|liberales',
  ],
  Government: ['administration|administrations', 'government', 'etat'],
  Restaurant: ['restauration|restaurant|restaurants|catering'],
  Hotel: ['hotel|hotels|hotellerie|hospitality'],
  Insurance: ['assurance|assurances|insurance'],
  Telecom: ['telecom|telecoms|telecommunications'],
  Realtor: ['immobilier|realty', 'real estate'],
  Security: ['securite|security', 'securite privee'],
  Postal: ['poste|postal|post', 'post office'],
  Electricity: ['electricite|electricity|energie'],
  Transport: ['transport|transports|transportation|logistique|logistics'],
  Industry: ['industrie|industries|industriel|manufacturing|usine|factory'],
  Trade: ['commerce|commerces|trade|retail'],
  'Business Entity': ['entreprises privees', 'business entity|entities'],
  Emergency: ['secours|pompier|pompiers', 'emergency services', 'firefighters'],
  Cleaning: ['nettoyage|cleaning'],
  Advertising: ['publicite|advertising'],
  'Legal Services': ['juridique|legal|services juridiques', 'avocat|avocats|lawyer|lawyers'],
  Culture: ['culture'],
  Religion: ['culte|religion'],
  Housing: ['logement|housing'],
}

/** Employers that are understood without a word like "secteur": nothing else is called so. */
export const plainEmployers: ReadonlySet<string> = new Set(
  'policier policiers policiere militaire militaires soldats soldat soldiers soldier banquier banquiers banker bankers enseignant enseignants professeur professeurs instituteur instituteurs teacher teachers agriculteur agriculteurs farmer farmers independant independants independante freelance freelances freelancer freelancers autoentrepreneur autoentrepreneurs pompier pompiers firefighters avocat avocats lawyer lawyers police army military armee btp'.split(
    ' ',
  ),
)

/** Employers that nothing else is called like, whatever word is used. */
export const plainEmployerValues: ReadonlySet<string> = new Set(['Self-employed', 'Police', 'Military'])
