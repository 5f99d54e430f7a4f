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
  names: names.split(' ').map(bareName),
});

export const importFields: readonly ImportField[] = [
  f(
    'messageId',
    both,
    'messageid id responseid answerid svarsid reviewid eventid surveyid recordid rowid ticketid respostaid idresposta vastausid antwortid svarid reviewid reviewnummer',
  ),
  f(
    'happenedAt',
    both,
    'happenedat date datetime timestamp time created createdat createddate submitted submittedat enddate recordeddate responsedate answeredat datum tid tidpunkt dato tidspunkt päivämäärä paivamaara pvm aika zeitpunkt reviewdate orderdate orderedat reviewcreationdate reviewanswertimestamp svarsdatum svardato data datahora criadoem datadaresposta datadaavaliacao inskickad besvarad opprettet oprettet luotu erstelltam erstellt bewertetam besvaret vastattu päiväys kuupäivä tapahtumaaika salgsdato köpdatum købsdato kjøpsdato tilauspäivä bestelldatum datadopedido startdate',
  ),
  f(
    'nps',
    ['signals'],
    'nps npsscore recommend likelihoodtorecommend rekommendera rekommenderar anbefale anbefaling suosittelu weiterempfehlung q1recommend recommendscore recomendaria recomendacao recomendação weiterempfehlungsbereitschaft suosittelisitko sannsynlighetforåanbefale hursannoliktrekommendera',
  ),
  f(
    'csat',
    ['signals'],
    'csat satisfaction satisfactionscore nöjd nöjdhet nojdhet kundnöjdhet tilfredshed tilfreds tilfredshet tyytyväisyys zufriedenheit satisfação satisfacao kundzufriedenheit kundetilfredshed kundetilfredshet asiakastyytyväisyys helhetsbetyg gesamtzufriedenheit',
  ),
  f(
    'ces',
    ['signals'],
    'ces effort effortscore customereffort ansträngning anstrengelse vaivannäkö aufwand esforço esforco',
  ),
  f(
    'stars',
    ['signals'],
    'stars star rating score reviewscore betyg stjärnor stjerner karakter vurdering arvosana tähdet bewertung sterne overallrating nota avaliação avaliacao estrelas note tähtiä karakterer stjerner poäng',
  ),
  f(
    'text',
    ['signals'],
    'text comment comments feedback review reviewtext message body verbatim kommentar kommentarer omdöme fritext anmeldelse omtale kommentti palaute bewertungstext reviewcommentmessage why motivering begrundelse perustelu content comentário comentario comentários opinião vapaasana avoinpalaute freitext kommentare fritekst fritekstsvar tilbakemelding tilbagemelding rückmeldung beskrivelse beskrivning meddelande besked viesti nachricht mensagem',
  ),
  f(
    'title',
    ['signals'],
    'title heading subject rubrik ämne overskrift emne otsikko titel betreff summary reviewcommenttitle título titulo tittel',
  ),
  f('language', ['signals'], 'language lang locale språk sprog språkkode kieli sprache idioma lingua'),
  f(
    'place',
    both,
    'place placecode store storeid storecode storenumber storeno shop location locationid branch unit butik butiksnummer butiksnr butikskod butikk butikknummer myymälä myymalanumero filiale filialnummer site loja codigodaloja filial toimipiste avdelning avdeling afdeling standort markt kaupunki filialid kjede',
  ),
  f(
    'userId',
    both,
    'userid customerid customerno customernumber customer client clientid kundnummer kundnr kundid kundenummer kundenr asiakasnumero asiakasid kundennummer memberid contactid cliente clienteid iddocliente asiakas kunde kund kundnumret kundeid',
  ),
  f(
    'email',
    both,
    'email emailaddress mail epost epostadress epostadresse sähköposti sahkoposti emailadresse correio emaildocliente emailcliente kundemail kundensemail',
  ),
  f(
    'phone',
    both,
    'phone phonenumber mobile telephone tel telefon telefonnummer mobil mobilnummer puhelin puhelinnumero handy telefone celular mobilnr tlf telefonnr matkapuhelin',
  ),
  f(
    'loyaltyNumber',
    both,
    'loyaltynumber loyaltyid loyalty membershipnumber membernumber cardnumber kortnummer medlemsnummer medlemsnr kantaasiakasnumero kundenkarte cartaofidelidade medlemskort bonuskort kundeklubnummer bonuskortti treuekarte',
  ),
  f(
    'reference',
    both,
    'reference orderid ordernumber orderno order ordernummer ordrenummer tilausnumero bestellnummer invoiceid invoicenumber fakturanummer ticket ticketnumber ärende ärendenummer sag sagsnummer contractid pedido pedidoid numerodopedido bestillingsnummer tilaus fatura auftragsnummer rechnungsnummer laskunumero ticketnummer sensor sensorid avtal avtalsnummer kontraktnummer vertragsnummer sopimusnumero',
  ),
  f(
    'account',
    both,
    'account accountid accountnumber company companyid companynumber organisation organization organisationnumber organizationid orgno orgnr företag foretag företagsid organisationsnummer virksomhed virksomhedsnummer cvr cvrnummer bedrift orgnummer yritys ytunnus firma firmennummer unternehmen empresa cnpj',
  ),
  f('kind', ['signals'], 'kind type signaltype'),
  f('channel', both, 'channel kanal kanava source källa medium'),
  f('touchpoint', both, 'touchpoint kontaktpunkt kosketuspiste kontaktpunkt'),
  f('campaign', ['signals'], 'campaign survey surveyname kampanj kampagne kampanja undersökning'),
  f('conversation', ['signals'], 'conversation conversationid thread threadid'),
  f(
    'event',
    ['events'],
    'event eventname eventtype activity action händelse hændelse hendelse tapahtuma ereignis evento händelsetyp hendelsestype tapahtumatyyppi ereignistyp',
  ),
  f(
    'amount',
    ['events'],
    'amount total revenue value price sum belopp summa beløb beløp summe betrag totalamount ordervalue orderbelopp valor montante preco preço omsättning omsætning omsetning liikevaihto umsatz hinta yhteensä ordersumma brutto netto',
  ),
  f(
    'cost',
    ['events'],
    'cost kostnad omkostning kustannus kosten custo inköpspris kostpris hankintahinta einkaufspreis costofgoods cogs',
  ),
  f('currency', both, 'currency valuta valuutta währung currencycode moeda'),
  f(
    'dueAt',
    ['events'],
    'dueat due duedate promised promiseddate estimateddelivery förfallodatum forfaldsdato forfallsdato eräpäivä fälligkeit vencimento prazo levereradsenast lovetdato luvattu zugesagt leveransdatum leveringsdato toimituspäivä lieferdatum slutdatum',
  ),
  f('waitSeconds', ['events'], 'waitseconds waitingtime waittime väntetid ventetid odotusaika wartezeit'),
  f(
    'name',
    ['signals', 'events', 'places'],
    'name fullname customername namn kundnamn navn kundenavn nimi asiakkaannimi storename butiksnamn butikksnavn placename nome kundenname',
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
  f(
    'key',
    ['enrichment'],
    'key postcode zipcode zip postnummer postinumero plz cep nyckel nøgle avain schlüssel chave',
  ),
  f('table', ['enrichment'], 'table tabell tabel taulukko tabelle tabela'),
  f('day', ['enrichment', 'exchange_rates'], 'day date datum dag dato päivä pvm tag data'),
  f(
    'currency',
    ['exchange_rates'],
    'currency from fromcurrency valuta valuutta währung moeda base basecurrency',
  ),
  f('to', ['exchange_rates'], 'to tocurrency quote quotecurrency mot mod til ziel'),
  f(
    'rate',
    ['exchange_rates'],
    'rate kurs exchangerate växelkurs valutakurs valuuttakurssi wechselkurs taxa cambio value',
  ),
  f('timeZone', ['places'], 'timezone tz tidszon tidszone aikavyöhyke zeitzone'),
];

/** A header without case, accents, spaces and punctuation. */
export function bareName(header: string): string {
  return header
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Fields without which a row cannot be loaded, each with what may stand for it. */
export const neededFields: Readonly<Record<Target, readonly (readonly string[])[]>> = {
  signals: [['happenedAt'], ['nps', 'csat', 'ces', 'stars', 'text', 'title']],
  events: [['happenedAt'], ['event']],
  places: [['code'], ['name']],
  enrichment: [['key'], ['table']],
  exchange_rates: [['currency'], ['rate'], ['day']],
};
