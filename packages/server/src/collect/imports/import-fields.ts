// The fields that a column of a file can give, and the words by which headers name them in six languages.
import type { ImportMapping } from '@lyhord/contract';

type Target = ImportMapping['target'];

export interface ImportField {
  readonly field: string;
  readonly targets: readonly Target[];
  /** Headers, compared without case, spaces and punctuation. */
  readonly names: readonly string[];
}

const both: Target[] = ['signals', 'events'];
const f = (field: string, targets: readonly Target[], names: string): ImportField => ({
  field,
  targets,
  names: names.split(' '),
});

export const importFields: readonly ImportField[] = [
  f(
    'messageId',
    both,
    'messageid id responseid answerid svarsid reviewid eventid surveyid recordid rowid ticketid',
  ),
  f(
    'happenedAt',
    both,
    'happenedat date datetime timestamp time created createdat createddate submitted submittedat enddate recordeddate responsedate answeredat datum tid tidpunkt dato tidspunkt päivämäärä paivamaara pvm aika zeitpunkt reviewdate orderdate orderedat reviewcreationdate reviewanswertimestamp svarsdatum svardato',
  ),
  f(
    'nps',
    ['signals'],
    'nps npsscore recommend likelihoodtorecommend rekommendera rekommenderar anbefale anbefaling suosittelu weiterempfehlung q1recommend recommendscore',
  ),
  f(
    'csat',
    ['signals'],
    'csat satisfaction satisfactionscore nöjd nöjdhet nojdhet kundnöjdhet tilfredshed tilfreds tilfredshet tyytyväisyys zufriedenheit',
  ),
  f('ces', ['signals'], 'ces effort effortscore customereffort'),
  f(
    'stars',
    ['signals'],
    'stars star rating score reviewscore betyg stjärnor stjerner karakter vurdering arvosana tähdet bewertung sterne overallrating',
  ),
  f(
    'text',
    ['signals'],
    'text comment comments feedback review reviewtext message body verbatim kommentar kommentarer omdöme fritext anmeldelse omtale kommentti palaute bewertungstext reviewcommentmessage why motivering begrundelse perustelu content',
  ),
  f(
    'title',
    ['signals'],
    'title heading subject rubrik ämne overskrift emne otsikko titel betreff summary reviewcommenttitle',
  ),
  f('language', ['signals'], 'language lang locale språk sprog språkkode kieli sprache'),
  f(
    'place',
    both,
    'place placecode store storeid storecode storenumber storeno shop location locationid branch unit butik butiksnummer butiksnr butikskod butikk butikknummer myymälä myymalanumero filiale filialnummer site',
  ),
  f(
    'userId',
    both,
    'userid customerid customerno customernumber customer client clientid kundnummer kundnr kundid kundenummer kundenr asiakasnumero asiakasid kundennummer memberid contactid',
  ),
  f(
    'email',
    both,
    'email emailaddress mail epost epostadress epostadresse sähköposti sahkoposti emailadresse',
  ),
  f(
    'phone',
    both,
    'phone phonenumber mobile telephone tel telefon telefonnummer mobil mobilnummer puhelin puhelinnumero handy',
  ),
  f(
    'loyaltyNumber',
    both,
    'loyaltynumber loyaltyid loyalty membershipnumber membernumber cardnumber kortnummer medlemsnummer medlemsnr kantaasiakasnumero kundenkarte',
  ),
  f(
    'reference',
    both,
    'reference orderid ordernumber orderno order ordernummer ordrenummer tilausnumero bestellnummer invoiceid invoicenumber fakturanummer ticket ticketnumber ärende ärendenummer sag sagsnummer contractid',
  ),
  f('kind', ['signals'], 'kind type signaltype'),
  f('channel', both, 'channel kanal kanava source källa medium'),
  f('touchpoint', both, 'touchpoint kontaktpunkt kosketuspiste kontaktpunkt'),
  f('campaign', ['signals'], 'campaign survey surveyname kampanj kampagne kampanja undersökning'),
  f('conversation', ['signals'], 'conversation conversationid thread threadid'),
  f(
    'event',
    ['events'],
    'event eventname eventtype activity action händelse hændelse hendelse tapahtuma ereignis',
  ),
  f(
    'amount',
    ['events'],
    'amount total revenue value price sum belopp summa beløb beløp summe betrag totalamount ordervalue orderbelopp',
  ),
  f('cost', ['events'], 'cost kostnad omkostning kustannus kosten'),
  f('currency', both, 'currency valuta valuutta währung currencycode'),
  f(
    'dueAt',
    ['events'],
    'dueat due duedate promised promiseddate estimateddelivery förfallodatum forfaldsdato forfallsdato eräpäivä fälligkeit',
  ),
  f('waitSeconds', ['events'], 'waitseconds waitingtime waittime väntetid ventetid odotusaika wartezeit'),
  f(
    'name',
    ['signals', 'events', 'places'],
    'name fullname customername namn kundnamn navn kundenavn nimi asiakkaannimi storename butiksnamn butikksnavn placename',
  ),
  f(
    'code',
    ['places'],
    'code placecode storecode storeid storenumber butiksnummer butikskod kod nummer number',
  ),
  f('parentCode', ['places'], 'parentcode parent parentid region regioncode district över overordnet'),
  f('placeKind', ['places'], 'placekind kind type typ art'),
  f('country', ['places'], 'country countrycode land maa'),
  f('latitude', ['places'], 'latitude lat breddgrad breddegrad leveysaste breitengrad'),
  f('longitude', ['places'], 'longitude lon lng long längdgrad længdegrad lengdegrad pituusaste längengrad'),
  f('timeZone', ['places'], 'timezone tz tidszon tidszone aikavyöhyke zeitzone'),
];

/** A header without case, spaces and punctuation. */
export const bareName = (header: string): string =>
  header
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Fields without which a row cannot be loaded, each with what may stand for it. */
export const neededFields: Readonly<Record<Target, readonly (readonly string[])[]>> = {
  signals: [['happenedAt'], ['nps', 'csat', 'ces', 'stars', 'text', 'title']],
  events: [['happenedAt'], ['event']],
  places: [['code'], ['name']],
};
