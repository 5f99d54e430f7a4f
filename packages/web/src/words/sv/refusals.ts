import type { Words } from '../index.ts';

export const reasons: Words['refusals']['reasons'] = {
  case_unknown: 'Det finns inget sådant ärende, eller så får du inte se det.',
  case_changed: 'Någon ändrade ärende {number} efter att du öppnade det. Titta på det igen först.',
  case_closed: 'Ärende {number} är stängt. Öppna det igen först.',
  case_open: 'Ärende {number} är redan öppet.',
  case_no_address: 'Det finns ingen e-postadress till kunden i ärende {number}.',
  case_owner_unfit: 'Den som får ärendet behöver vara en aktiv person som får arbeta med ärenden.',
  case_owner_elsewhere: '{name} ansvarar för andra platser och skulle inte kunna se ärendet.',
  change_owner_unfit:
    'Den som får förändringen behöver vara en aktiv person som får arbeta med förändringar.',
  change_owner_elsewhere: '{name} ansvarar för andra platser och skulle inte kunna se förändringen.',
  signal_unknown: 'Det finns inget sådant svar, eller så får du inte se det.',
  roles_only: 'Det här får bara göras av: {roles}.',
  link_used: 'Länken har redan använts eller är för gammal. Be om en ny.',
  password_wrong: 'Det nuvarande lösenordet stämmer inte.',
  account_inactive: 'Kontot är inte aktivt. Fråga en administratör.',
  passwords_wrong_often:
    'För många felaktiga lösenord för den här adressen. Försök igen om {minutes} minuter, eller välj ett nytt lösenord.',
  invitation_gone: 'Inbjudan har använts, tagits tillbaka eller är för gammal. Be om en ny.',
  invitation_has_account:
    '{email} har redan ett konto här. Använd det lösenordet för att gå med, eller be om ett nytt.',
  person_here: '{email} finns redan i den här arbetsytan.',
  person_was_here: '{email} har varit här förut. Gör personen aktiv igen i stället.',
  person_elsewhere:
    '{name} hör även till andra arbetsytor och behöver själv be om ett nytt lösenord via e-post.',
  last_admin: 'Det här är den sista administratören. Gör någon annan till administratör först.',
  currency_odd: 'Valutan ”{given}” ska vara tre stora bokstäver enligt ISO 4217, till exempel SEK.',
  time_zone_odd: 'Tidszonen ”{given}” ska vara en sådan som Europe/Stockholm.',
  place_unknown: 'Det finns ingen sådan plats, eller så får du inte se den.',
  place_code_taken: 'En annan plats har redan koden ”{code}”.',
  rate_missing:
    'Det finns ingen växelkurs från {from} till {to} för {day} eller de tio dagarna före. Läs in en som fil med växelkurser.',
  file_too_large: 'Filen är större än {megabytes} MB. Läs in den med kommandot lyhord import.',
  file_too_wide:
    'Filen har {given} kolumner, men högst {most} kan läsas. Ta bort dem som är tomma eller som ingen behöver.',
  file_empty: 'Filen är tom.',
  file_unknown: 'Det finns ingen sådan fil. Den kan ha kastats.',
  file_not_kept: '{file} finns inte kvar. Välj filen igen.',
  file_loaded: 'Filen läses in just nu, eller är redan inläst.',
  file_not_waiting: 'Bara en fil som väntar kan kastas.',
  file_stays: '{file} kan inte tas tillbaka: platser blir kvar, och inget annat från filen finns här.',
  file_being_undone: '{file} håller redan på att tas tillbaka.',
  file_old_excel: 'Det här är en gammal Excel-fil (.xls). Spara den som .xlsx eller CSV.',
  file_packed: 'Filen är packad med gzip. Packa upp den först.',
  file_pdf: 'Det här är en PDF och har ingen tabell. Be om siffrorna som CSV eller XLSX.',
  file_strange: 'Filen är varken text, XLSX eller Parquet.',
  file_one_list: 'Filen är en enda JSON-lista. Skriv ett objekt per rad (JSON lines).',
  workbook_protected: 'Arbetsboken är skyddad. Spara den utan lösenord.',
  workbook_no_sheets: 'Filen är en zip, men ingen arbetsbok med blad (.xlsx).',
  column_unknown: '{field} ska komma från kolumnen ”{column}”, men filen har: {columns}.',
  column_missing: 'Ingen kolumn ger {fields}. Säg vilken kolumn som betyder det.',
  survey_closed: 'Enkäten ”{name}” är stängd.',
  mailbox_password: 'En brevlåda behöver användarens lösenord.',
  webhook_secret:
    'En webhook med signerade meddelanden ({signature}) behöver den hemlighet som de signeras med.',
  comments_too_few:
    'Det finns {given} kommentarer med ett tydligt betyg intill. Det behövs {needed} för att lära och mäta.',
  model_no_gain: 'Modellen bedömer inte fler kommentarer rätt än utan den, så den tas inte i bruk.',
  model_not_ready: 'Modellen är inte färdig.',
  sides_alike: 'Båda sidorna har samma kommentarer. Välj en annan plats eller period för en av dem.',
  segment_unknown: 'Segmentet finns inte längre.',
  segment_not_then:
    'Segmentet ”{segment}” frågar efter {fact}, som bara är känt om kunder som de är nu. Som de var när de svarade är känt: livsfas, antal ordrar, dagar sedan order, dagar som kund, egenskaper, vad de gjort och vad de sagt.',
  rule_too_large: 'Regeln har {given} delar; högst {most} går.',
  topic_unknown: 'Ämnet ”{topic}” finns inte i ämnesträdet.',
  period_too_long: 'Perioden från {from} till {to} är längre än tio år.',
  period_reversed: 'Perioden slutar ({to}) innan den börjar ({from}).',
  weights_too_many:
    'Viktning behöver svaren i varje kombination, och här är det fler än {most}. Dela upp på färre, eller vikta efter färre.',
  groups_too_many:
    'Frågan har fler än {most} grupper; fråga om en kortare period eller dela upp i färre. Små grupper kan bara döljas när alla är kända.',
  customer_unknown: 'Det finns ingen sådan kund, eller så får du inte se den.',
  customers_one: 'De här två är redan en och samma kund.',
  identifiers_all: 'Alla identifierare är valda. Lämna minst en kvar hos kunden.',
  question_too_heavy:
    'Frågan tar längre tid eller mer minne än tillåtet. Fråga om en kortare period eller färre platser.',
};
