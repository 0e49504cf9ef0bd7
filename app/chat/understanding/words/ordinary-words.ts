/** Words that a phrase may hold without being another phrase. */
export const fillers: ReadonlySet<string> = new Set(
  `le la les un une de l d a en y ce cet cette ces cela ca son sa ses leur leurs mon ma mes notre nos votre vos
  il elle on ils elles lui se t me moi vous nous tu je ne n que qui est sont ont ete etait soit bien tres si plus tout toute
  the an of to his her its their my our your this that these those he she it they him them we you i is are was were be been
  do does did has have had will would could can may might really very so just also at in on for too any some there here
  actuellement donc alors vraiment aussi encore exactement egalement meme please stp svp now currently actually exactly`
    .split(/\s+/)
    .filter(Boolean),
)

/**
 * Everyday words of both languages: none of them is a slip of the keyboard for a word of ours, however near it lies.
 * Those that are ours too are understood all the same.
 */
export const ordinaryWords: ReadonlySet<string> = new Set([
  ...fillers,
  ...`etre avoir faire dire aller voir savoir pouvoir falloir vouloir venir prendre croire mettre parler aimer devenir
  suis es sommes etes serait sera seront seraient ai as avons avez ont avait avaient aurait aura auraient eu ete fait fais font
  faites faisait dit dis disent va vais vont irait vu vois voit sait sais peut peux peuvent pourrait pouvait faut faudrait doit
  dois devrait veut veux vient pris met mis parle aime devient et ou mais or ni car dans par pour sur avec sans sous vers chez
  entre contre depuis pendant avant apres jusque comme quand comment combien pourquoi quel quoi dont ou qui lequel laquelle
  oui non peu trop assez beaucoup moins autant mieux pire deja jamais toujours souvent parfois rien chose choses quelque quelques
  autre autres chaque tous toutes plusieurs aucun aucune certain certains premier premiere dernier derniere deuxieme troisieme
  grand grande petit petite bon bonne beau belle nouveau nouvelle vieux vieille jeune long court haut bas gros fort faible
  jour jours semaine mois annee annees an ans heure heures minute temps fois matin soir nuit hier demain aujourd hui
  homme femme enfant gens personne monde pays ville rue maison route voiture eau terre mer ciel soleil lune pluie neige feu
  vie mort main tete yeux coeur corps pied nom mot mots livre lettre page film musique chanson jeu histoire blague poeme recette
  meteo bourse match football equipe president ministre roi reine capitale france paris lyon italie rome londres europe
  bonjour bonsoir salut merci coucou aurevoir revoir ok daccord voila parfait super genial top cool
  table chaise porte fenetre chat chien oiseau cheval poisson pain vin fromage pomme cafe repas restaurant
  rouge bleu vert noir blanc jaune gris rose idee point cote part place cas fin debut milieu
  and or but nor not no yes if then than when where while what which who whom whose why how much many more less most least
  few little lot lots all both each every either neither other others another such same own only even still yet already always
  never often sometimes again once up down out over under off above below between among through during before after about
  against into onto from with without by as make made makes making take took taken takes give gave given get got gets go goes
  going gone come came comes know knew known think thought see saw seen say said says tell told want wanted need needed use used
  find found work works look looks ask asked seem feel try leave call keep let begin help show hear play run move live believe
  bring happen write wrote sit stand lose pay meet include continue set learn change lead understand watch follow stop create
  speak read allow add spend grow open walk win offer remember love consider appear buy wait serve die send expect build stay
  fall cut reach kill remain thing things way day days week month months year years hour time people man woman child children
  world life hand part place case point number group problem fact home house water room mother father area money story word
  job name night city state country school family student side kind head eye friend power game line end member law car
  team minute idea body back parent face level office door health art war history party result morning reason girl guy
  moment air teacher force education good great new old right big high small large next early young important few public bad
  able hello hi hey thanks thank bye please sure okay fine nice weather joke poem recipe song movie music stock football
  london rome berlin capital president king queen sun moon rain snow spring summer autumn winter spaghetti pasta pizza
  cat dog bird horse fish bread wine cheese apple coffee red blue green black white yellow cold hot warm cool
  percent pourcent pct fois times date
  whether indiquer connaitre preciser communiquer fournir monsieur madame monsieur mademoiselle cher chere pourriez pourrais voudriez
  aimerait souhaite souhaiterais besoin possible impossible serait seriez sens propos sujet compte parle dites donc ici juste dire mieux
  gateau chocolat cuisine reserver billet train avion hotel vacances voyage medecin docteur rendez quartier meilleur ouvert ferme
  cake chocolate book flight ticket travel holiday restaurant favourite favorite best tomorrow today tonight yesterday
  bien vraiment simplement rapidement clairement precisement environ presque surtout notamment pourtant cependant toutefois
  disons mettons plutot tiens allez allons bref quant grace face lors parce afin selon malgre sauf hors
  really maybe perhaps quite rather instead else though although because since while until unless though however
  anything something nothing everything anyone someone everyone somewhere little someone sort kind
  situation question reponse answer exemple example details detail liste list total resume
  coince passer passe passent tenir tient tiennent garder garde porte porter rendre rend rester reste arriver arrive
  coupe coupes champion champions election elections film films serie series
  devenu devenus devenue deviennent provenir provient
  commander livrer payer vendre acheter jouer lire courir dormir manger boire chanter danser
  second secondes minutes hours seconds
  cherche veux voudrais aimerais pouvez peux donne donnez montre montrez affiche affichez ecris traduis raconte calcule
  carte telephone adresse mail email courriel numero internet site ordinateur photo image video texte phrase
  dinner lunch breakfast dejeuner diner souper picture pictures alarm party
  preparer preparez prepare preparation entretien
  lieu vivre vivent vit vivait degre degres kilo kilos metre metres than lives rents
  translate calculate phone address photo image text sentence computer paper book letter street road sea sky hair`
    .split(/\s+/)
    .filter(Boolean),
])

/** What is typed in haste, written out. */
export const abbreviations: Readonly<Record<string, string>> = {
  pk: 'pourquoi',
  pq: 'pourquoi',
  pkoi: 'pourquoi',
  pquoi: 'pourquoi',
  prq: 'pourquoi',
  prk: 'pourquoi',
  prkoi: 'pourquoi',
  pkw: 'pourquoi',
  poukoi: 'pourquoi',
  pourkoi: 'pourquoi',
  wy: 'why',
  cb: 'combien',
  cbien: 'combien',
  kel: 'quel',
  kelle: 'quel',
  kl: 'quel',
  ql: 'quel',
  qel: 'quel',
  koi: 'quoi',
  kwa: 'quoi',
  ke: 'que',
  ki: 'qui',
  qd: 'quand',
  ds: 'dans',
  av: 'avec',
  ac: 'avec',
  pr: 'pour',
  ss: 'sans',
  bcp: 'beaucoup',
  tt: 'tout',
  ts: 'tous',
  tte: 'toute',
  mm: 'meme',
  tjs: 'toujours',
  nb: 'nombre',
  nbre: 'nombre',
  slt: 'salut',
  bjr: 'bonjour',
  bsr: 'bonsoir',
  cc: 'coucou',
  mrc: 'merci',
  mci: 'merci',
  clt: 'client',
  clts: 'clients',
  cli: 'client',
  cust: 'customer',
  mt: 'montant',
  mtt: 'montant',
  mnt: 'montant',
  proba: 'probabilite',
  prob: 'probability',
  pb: 'probleme',
  rbt: 'remboursement',
  remb: 'remboursement',
  rembt: 'remboursement',
  dde: 'demande',
  sal: 'salaire',
  anc: 'anciennete',
  sim: 'simule',
  cmp: 'compare',
  comp: 'compare',
  vs: 'versus',
  wrt: 'versus',
  expl: 'explique',
  thx: 'thanks',
  thks: 'thanks',
  tks: 'thanks',
  ty: 'thanks',
  pls: 'please',
  plz: 'please',
  ppl: 'people',
  u: 'you',
  ur: 'your',
  r: 'are',
  wat: 'what',
  wot: 'what',
  wht: 'what',
  abt: 'about',
  amt: 'amount',
  acct: 'account',
  yrs: 'years',
  yr: 'year',
  mths: 'months',
  mth: 'month',
  yo: 'years',
}

/** The words that advisors' questions are made of: of two words that lie equally near a slip, the likelier. */
export const commonWords: ReadonlySet<string> = new Set(
  `score scores note risque risk classe class defaut default probabilite probability rembourser remboursement repay repayment avis advice
  seuil threshold accorder accorde accepter accepte grant approve refuse refuser refus refused pourquoi why raison raisons reason reasons
  explique explain facteurs factors contribution contributions comment how quel quelle quels quelles what which should could would
  compare comparer comparaison comparison clients client customer dossier autres others similaires similar peers retraites pensioners
  moyenne average montant amount credit loan pret duree term mensualite annuity revenu revenus income salaire salary age emprunte
  empruntait borrowed borrow moins less plus more simule simulate si etait was were passe passait changer change changes changements suggestions
  propose ameliorer improve obtenir get derive drift drifted donnees data variables features modele model fiable signifie means mean
  definition define cherche trouve find client numero number commence starts pareil same anglais english francais french
  effet effect influence impact pese poids weight joue compte matter theme themes`
    .split(/\s+/)
    .filter(Boolean),
)
