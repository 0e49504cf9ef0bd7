import type { Language } from '#core/contracts/language.ts'

/** Words that only one of the two languages has, as the tokeniser writes them: the small ones, and advisors' own. */
export const languageWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: listWords(`
    le la les un une de et est ce cet cette ces ca cela il elle ils elles je tu nous vous lui leur leurs son sa ses mon ma mes
    notre votre que qui quoi quel quand comment combien pourquoi parce avec sans pour par sur sous dans chez entre vers depuis
    si ou mais donc puis ensuite plus moins aussi alors sinon ne pas rien tous toutes tout toute autres meme memes
    etait serait sont sera ont avait aurait fait faire faut faudrait peut pourrait dois doit devrait veut va
    oui bonjour bonsoir merci salut seulement uniquement juste
    pret prets emprunt emprunter empruntait emprunte rembourser remboursait remboursement mensualite mensualites duree mois ans
    montant revenu revenus salaire gagnait gagne prix bien apport
    retraite retraites salarie salaries fonctionnaires celibataires maries veufs chomeurs etudiants proprietaires locataires
    raison raisons refus refuse refusee accord accorder avis seuil risque risques probabilite defaut classe
    comparer simule simuler explique expliquer propose proposer ameliorer trouve cherche montre donne resume
    derive derives derivent donnees modele fiable signifie moyenne mediane similaires semblables
  `),
  en: listWords(`
    the an and of to is are was were be been it its this that these those he she they him her his their them i you we us my our your
    what which who whose when where why how many much because with without for by from into than then also so only just
    if or but not no all any some other others same would could should will can may might must do does did done has have had
    yes hello hi hey thanks thank please
    loan loans borrow borrowed borrows lend repay repaid repayment repayments instalments installments months years
    amount income salary earn earned earns price deposit
    pensioners pensioner retired employees workers drivers married unmarried single students homeowners tenants unemployed
    reason reasons refused refuse approve approved grant granted advice threshold risk risky probability default class
    compare compared simulate explain suggest improve find search show give summarise summarize
    drifted drifting data model reliable mean means average median similar likely better worse against versus
  `),
}

function listWords(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean))
}
