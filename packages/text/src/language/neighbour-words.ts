/**
 * Everyday words of Danish and Norwegian that the other spells or says differently: the two share most pieces of
 * words, so pieces alone cannot tell them apart. `*` at the end stands for any ending. Written by hand.
 */
const neighbourWords: Readonly<Record<'da' | 'nb', string>> = {
  da: `af, blev, bliver, dig, mig, sig, jer, jeres, hvad, hvordan, nogen, noget, nogle, meget, selv, efter, igen, lige,
rigtig, rigtigt, dejlig*, venlig*, betjening*, købe*, køber, køb, købt, købet, prisen, priserne, hurtig*, levering*, kø,
køen, køer, kasse*, kassen, kasserne, ved, ude, inde, uden, mellem, over for, altid, aldrig, ikke, tilfreds*, utilfreds*,
forretning*, butik, butikken, butikker, butikkerne, personalet, ekspedient*, medarbejder*, kunde, kunden, kunderne,
hjælp*, hjælpsom*, spørg*, spurgt*, svar*, ringe*, tager, taget, tog, skal, skulle, kunne, ville, været, havde, haft,
gøre, gør, gjort, gjorde, sige, siger, sagde, sagt, lavede, laver, lavet, synes, syntes, går, gik, gået, kommer, kom,
beskidt*, rengøring*, rod, roder, lækker*, mad, maden, smagte, smager, kød, mælk, brød, hylde*, hylderne, vare*, varerne,
udvalg*, sortiment*, pakke*, pakken, forsinke*, vente*, ventetid*, lang tid, telefonen, opkald, nummer*, hjemmeside*,
side*, virker, virkede, fejl*, gået i stykker, ødelagt, defekt, retur*, bytte*, pengene, penge, dyr, dyrt, dyre, billig*,
billigt, tilbud*, rabat*, faktura*, regning*, betaling*, betale*, betalt, kort*, kvittering*, oplevelse*, anbefale*,
fremragende, fantastisk*, god, godt, gode, dårlig*, ringe, elendig*, skuffe*, skuffet, glad, flink*, søde, sød, rar*,
uhøflig*, høflig*, respektløs*, sur, sure, utrolig*, virkelig*, ganske, temmelig*, både, eller, men, fordi, hvis, når,
siden, derfor, dog, også, kun, bare, alle, alt, andre, anden, andet, første, næste, sidste, uge*, måned*, dag*, aften*,
morgen*, time*, timer, åben*, åbent, lukket, lukker, indgang*, udgang*, trappe*, gulv*, toilet*, parkering*, gratis,
nem*, nemt, let, svær*, svært, hård*, blød*, stor*, lille, små, bedre, bedst*, værre, værst*, mere, mest, mindre, færre,
øjeblik*, spild*, snavs*, hyggelig*, imponere*, forvent*, forkert*, rigtigt, manglede, mangler, bestil*, modtage*,
modtog, modtaget, sendt, afhent*, udleveret, hente*, hentede, kvalitet*, størrelse*, farve*, tøj, sko, gave*, børn,
mand, kvinde, dame, unge, ældre, sprog, dansk*, engelsk*, spise*, drikke, kaffe, kage*, værelse*, seng*, morgenmad*,
regnskab, bank*, rådgiver*, rådgivning*, lån*, konto*, forsikring*, abonnement*, opsige*, opsagt, skifte*`,
  nb: `av, ble, blir, deg, meg, seg, dere, deres, hva, hvordan, noen, noe, mye, selv, etter, igjen, rett, riktig*, ordentlig*,
nydelig*, hyggelig*, vennlig*, betjening*, kjøp*, kjøpe, kjøpt, kjøpet, prisen, prisene, rask*, raskt, levering*, kø, køen,
køene, kassa, kassene, ute, inne, uten, mellom, alltid, aldri, ikke, fornøyd*, misfornøyd*, butikk*, butikken, butikkene,
forretning*, de ansatte, ansatt*, betjente, ekspeditør*, medarbeider*, kunde, kunden, kundene, hjelp*, hjelpsom*,
spør*, spurte, svar*, svarer, ring*, ringer, tar, tatt, tok, skal, skulle, kunne, ville, vært, hadde, hatt, gjøre, gjør,
gjort, gjorde, si, sier, sa, sagt, lagde, lager, laget, synes, syntes, går, gikk, gått, kommer, kom, skitten*, skittent,
renhold*, rot, rotete, ryddig*, deilig*, mat, maten, smakte, smaker, kjøtt, melk, brød, hylle*, hyllene, hyllen, vare*,
varene, utvalg*, sortiment*, pakke*, pakken, forsinke*, forsinket, vente*, ventetid*, lenge, telefonen, nettside*, side*,
nettbutikk*, virker, virket, funger*, krasj*, krasjer, henger, feil*, ødelagt, retur*, bytte*, pengene, penger, dyr, dyrt,
dyre, billig*, tilbud*, rabatt*, faktura*, regning*, betaling*, betal*, betalt, kort*, kvittering*, opplevelse*, opplevde,
anbefal*, fremragende, utmerket*, fantastisk*, god, godt, gode, bra, dårlig*, elendig*, skuffe*, skuffet, glad, flink*,
snill*, trivelig*, uhøflig*, høflig*, respektløs*, sur, sure, utrolig*, virkelig*, ganske, veldig, altfor, både, eller,
men, fordi, hvis, når, siden, derfor, dog, også, bare, kun, alle, alt, andre, annen, annet, første, neste, siste, forrige,
uke*, måned*, dag*, kveld*, morgen*, time*, timer, åpen*, åpent, åpningstid*, stengt, stenger, inngang*, utgang*, trapp*,
gulv*, toalett*, parkering*, gratis, enkel*, enkelt, lett*, vanskelig*, hard*, myk*, stor*, liten, lite, små, bedre,
best*, verre, verst*, mer, mest, mindre, færre, øyeblikk*, søppel, koselig*, imponer*, forvent*, gjennom, mangle*,
manglet, bestill*, bestilte, mottok, mottatt, mottar, sendt, hent*, hentet, kvalitet*, størrelse*, farge*, klær, klærne,
sko, gave*, barn, mann, kvinne, dame, unge, eldre, språk*, norsk*, engelsk*, spis*, drikke, kaffe, kake*, rom, rommet,
seng*, frokost*, rådgiver*, rådgivning*, lån*, konto*, forsikring*, abonnement*, si opp, sagt opp, bytt*, lette, leter,
lete, sammenlignet, sammenlignet, skjedde, skjer, kjent*, kjekk*, gjerne, tilbake, nå, da, fort, greit, grei*, søknad*,
fant, finne*, finner, finnes, fikk, får, ga, gir, gitt, burde, bør, kunnskap*, svarte, svart, takk`,
};

interface WordList {
  readonly words: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
}

function listOf(patterns: string): WordList {
  const all = patterns.split(/,\s*/).map((pattern) => pattern.trim());
  return {
    words: new Set(all.filter((pattern) => !pattern.endsWith('*'))),
    beginnings: new Set(
      all.filter((pattern) => pattern.endsWith('*')).map((pattern) => pattern.slice(0, -1)),
    ),
  };
}

const lists = { da: listOf(neighbourWords.da), nb: listOf(neighbourWords.nb) };
const shortestBeginning = 2;

/** Which of the two neighbours has a word (lower case) that the other has not; null where both or neither have it. */
export function neighbourOf(word: string): 'da' | 'nb' | null {
  const [danish, norwegian] = [holds(lists.da, word), holds(lists.nb, word)];
  if (danish === norwegian) return null;
  return danish ? 'da' : 'nb';
}

function holds({ words, beginnings }: WordList, word: string): boolean {
  if (words.has(word)) return true;
  for (let length = shortestBeginning; length <= word.length; length++) {
    if (beginnings.has(word.slice(0, length))) return true;
  }
  return false;
}
