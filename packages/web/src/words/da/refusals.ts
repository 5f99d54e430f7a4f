import type { Words } from '../index.ts';

export const reasons: Words['refusals']['reasons'] = {
  case_unknown: 'Sagen findes ikke, eller du må ikke se den.',
  case_changed: 'Nogen ændrede sag {number}, efter at du åbnede den. Se på den igen først.',
  case_closed: 'Sag {number} er lukket. Åbn den igen først.',
  case_open: 'Sag {number} er allerede åben.',
  case_no_address: 'Der er ingen e-mailadresse til kunden i sag {number}.',
  case_owner_unfit: 'Den, der får sagen, skal være en aktiv person, som må arbejde med sager.',
  case_owner_elsewhere: '{name} har ansvar for andre steder og ville ikke kunne se sagen.',
  change_owner_unfit: 'Den, der får ændringen, skal være en aktiv person, som må arbejde med ændringer.',
  change_owner_elsewhere: '{name} har ansvar for andre steder og ville ikke kunne se ændringen.',
  signal_unknown: 'Svaret findes ikke, eller du må ikke se det.',
  roles_only: 'Det må kun gøres af: {roles}.',
  link_used: 'Linket er brugt eller for gammelt. Bed om et nyt.',
  password_wrong: 'Den nuværende adgangskode er ikke rigtig.',
  account_inactive: 'Kontoen er ikke aktiv. Spørg en administrator.',
  passwords_wrong_often:
    'For mange forkerte adgangskoder til denne adresse. Prøv igen om {minutes} minutter, eller vælg en ny adgangskode.',
  invitation_gone: 'Invitationen er brugt, taget tilbage eller for gammel. Bed om en ny.',
  invitation_has_account:
    '{email} har allerede en konto her. Brug den adgangskode for at være med, eller bed om en ny.',
  person_here: '{email} er allerede i dette arbejdsområde.',
  person_was_here: '{email} har været her før. Gør personen aktiv igen i stedet.',
  person_elsewhere:
    '{name} hører også til andre arbejdsområder og skal selv bede om en ny adgangskode via e-mail.',
  last_admin: 'Det er den sidste administrator. Gør en anden til administrator først.',
  currency_odd: 'Valutaen ”{given}” skal være tre store bogstaver efter ISO 4217, for eksempel DKK.',
  time_zone_odd: 'Tidszonen ”{given}” skal være en som Europe/Copenhagen.',
  place_unknown: 'Stedet findes ikke, eller du må ikke se det.',
  place_code_taken: 'Et andet sted har allerede koden ”{code}”.',
  rate_missing:
    'Der er ingen valutakurs fra {from} til {to} for {day} eller de ti dage før. Indlæs en som fil med valutakurser.',
  file_too_large: 'Filen er større end {megabytes} MB. Indlæs den med kommandoen lyhord import.',
  file_too_wide:
    'Filen har {given} kolonner, men højst {most} kan læses. Fjern dem, der er tomme, eller som ingen har brug for.',
  file_empty: 'Filen er tom.',
  file_unknown: 'Filen findes ikke. Den kan være smidt ud.',
  file_not_kept: '{file} er her ikke længere. Vælg filen igen.',
  file_loaded: 'Filen er ved at blive indlæst eller er allerede indlæst.',
  file_not_waiting: 'Kun en fil, der venter, kan smides ud.',
  file_stays: '{file} kan ikke tages tilbage: steder bliver, og intet andet fra filen er her.',
  file_being_undone: '{file} er allerede ved at blive taget tilbage.',
  file_old_excel: 'Det er en gammel Excel-fil (.xls). Gem den som .xlsx eller CSV.',
  file_packed: 'Filen er pakket med gzip. Pak den ud først.',
  file_pdf: 'Det er en PDF og har ingen tabel. Bed om tallene som CSV eller XLSX.',
  file_strange: 'Filen er hverken tekst, XLSX eller Parquet.',
  file_one_list: 'Filen er én JSON-liste. Skriv et objekt pr. linje (JSON lines).',
  workbook_protected: 'Projektmappen er beskyttet. Gem den uden adgangskode.',
  workbook_no_sheets: 'Filen er en zip, men ikke en projektmappe med ark (.xlsx).',
  column_unknown: '{field} skal komme fra kolonnen ”{column}”, men filen har: {columns}.',
  column_missing: 'Ingen kolonne giver {fields}. Sig, hvilken kolonne der betyder det.',
  survey_closed: 'Spørgeskemaet ”{name}” er lukket.',
  mailbox_password: 'En postkasse skal bruge brugerens adgangskode.',
  webhook_secret:
    'En webhook med signerede beskeder ({signature}) skal bruge den hemmelighed, de er signeret med.',
  comments_too_few:
    'Der er {given} kommentarer med en tydelig score ved siden af. Der skal {needed} til for at lære og måle.',
  model_no_gain: 'Modellen bedømmer ikke flere kommentarer rigtigt end uden den, så den tages ikke i brug.',
  model_not_ready: 'Modellen er ikke klar.',
  sides_alike:
    'Begge sider har de samme kommentarer. Vælg et andet sted eller en anden periode for en af dem.',
  segment_unknown: 'Segmentet findes ikke længere.',
  segment_not_then:
    'Segmentet ”{segment}” spørger om {fact}, som kun er kendt om kunder, som de er nu. Som de var, da de svarede, er kendt: livsfase, antal ordrer, dage siden ordre, dage som kunde, egenskaber, hvad de gjorde, og hvad de sagde.',
  rule_too_large: 'Reglen har {given} dele; højst {most} kan bruges.',
  topic_unknown: 'Emnet ”{topic}” findes ikke i emnetræet.',
  period_too_long: 'Perioden fra {from} til {to} er længere end ti år.',
  period_reversed: 'Perioden slutter ({to}), før den begynder ({from}).',
  weights_too_many:
    'Vægtning kræver svar i hver kombination, og her er der flere end {most}. Del op på færre, eller vægt efter færre.',
  groups_too_many:
    'Spørgsmålet har flere end {most} grupper; spørg om en kortere periode, eller del op i færre. Små grupper kan kun skjules, når alle er kendt.',
  customer_unknown: 'Kunden findes ikke, eller du må ikke se den.',
  customers_one: 'De to er allerede én kunde.',
  identifiers_all: 'Alle identifikatorer er valgt. Lad mindst én blive hos kunden.',
  question_too_heavy:
    'Spørgsmålet tager længere tid eller mere hukommelse end tilladt. Spørg om en kortere periode eller færre steder.',
};
