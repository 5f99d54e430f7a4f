// What a survey says to customers, in the languages that surveys speak. `{company}` and `{where}` are filled in.
import type { SurveyLocale } from './survey-locales.ts';

export interface SurveyWords {
  readonly nps: string;
  readonly npsLow: string;
  readonly npsHigh: string;
  readonly csat: string;
  /** Names of 1 … 5. */
  readonly csatNames: readonly [string, string, string, string, string];
  readonly of: string;
  readonly chosen: string;
  readonly confirm: string;
  readonly change: string;
  readonly whyLow: string;
  readonly whyMiddle: string;
  readonly whyHigh: string;
  readonly whyHint: string;
  readonly send: string;
  readonly skip: string;
  readonly thanks: string;
  readonly thanksWhat: string;
  readonly thanksKnown: string;
  readonly again: string;
  readonly closed: string;
  readonly unknown: string;
  readonly wrongScore: string;
  readonly busy: string;
  readonly language: string;
  readonly mailSubject: string;
  readonly mailHello: string;
  readonly mailAsk: string;
  readonly mailFoot: string;
  readonly unsubscribe: string;
  readonly unsubscribeAsk: string;
  readonly unsubscribeDo: string;
  readonly unsubscribed: string;
}

export const surveyWords: Readonly<Record<SurveyLocale, SurveyWords>> = {
  en: {
    nps: 'How likely are you to recommend {company} to a friend?',
    npsLow: 'Not at all likely',
    npsHigh: 'Extremely likely',
    csat: 'How satisfied are you with {where}?',
    csatNames: ['Very dissatisfied', 'Dissatisfied', 'Neither', 'Satisfied', 'Very satisfied'],
    of: '{n} of 2',
    chosen: 'You chose {score}.',
    confirm: 'Answer {score}',
    change: 'Change',
    whyLow: 'We are sorry to hear that. What went wrong?',
    whyMiddle: 'Thank you. What could we do better?',
    whyHigh: 'Thank you! What did we do well?',
    whyHint: 'A few words are enough. Please leave out names and numbers.',
    send: 'Send',
    skip: 'Skip',
    thanks: 'Thank you!',
    thanksWhat:
      'Your answer goes straight to the people in charge of {where}. They read every one, and what customers mention most is put right first.',
    thanksKnown: 'If something went wrong, we may write to you to put it right.',
    again: 'Next customer',
    closed: 'This survey is closed. Thank you for wanting to answer.',
    unknown:
      'This link does not lead to a survey. It may have been cut off; please open it again from where you found it.',
    wrongScore: 'Please choose one of the scores.',
    busy: 'There are many answers from here right now. Please try again in a few minutes.',
    language: 'Language',
    mailSubject: 'How was {where}? One question',
    mailHello: 'Hello {name},',
    mailAsk: 'thank you for being our customer. One question, ten seconds:',
    mailFoot: 'You get this because you are a customer of {company}. We ask at most once in 90 days.',
    unsubscribe: 'No more questions by e-mail',
    unsubscribeAsk: 'Do you want no more questions by e-mail from {company}?',
    unsubscribeDo: 'Yes, stop them',
    unsubscribed: 'Done. {company} will not send you questions by e-mail any more.',
  },
  sv: {
    nps: 'Hur troligt är det att du skulle rekommendera {company} till en vän?',
    npsLow: 'Inte alls troligt',
    npsHigh: 'Mycket troligt',
    csat: 'Hur nöjd är du med {where}?',
    csatNames: ['Mycket missnöjd', 'Missnöjd', 'Varken eller', 'Nöjd', 'Mycket nöjd'],
    of: '{n} av 2',
    chosen: 'Du valde {score}.',
    confirm: 'Svara {score}',
    change: 'Ändra',
    whyLow: 'Det var tråkigt att höra. Vad gick fel?',
    whyMiddle: 'Tack. Vad kan vi göra bättre?',
    whyHigh: 'Tack! Vad gjorde vi bra?',
    whyHint: 'Några ord räcker. Skriv inga namn eller nummer.',
    send: 'Skicka',
    skip: 'Hoppa över',
    thanks: 'Tack!',
    thanksWhat:
      'Ditt svar går direkt till dem som ansvarar för {where}. De läser alla svar, och det som flest nämner rättas till först.',
    thanksKnown: 'Om något gick fel kan vi höra av oss för att ställa det till rätta.',
    again: 'Nästa kund',
    closed: 'Den här frågan är stängd. Tack för att du ville svara.',
    unknown:
      'Länken leder inte till någon fråga. Den kan ha blivit avklippt; öppna den igen där du hittade den.',
    wrongScore: 'Välj ett av betygen.',
    busy: 'Det kommer många svar härifrån just nu. Försök igen om några minuter.',
    language: 'Språk',
    mailSubject: 'Hur var {where}? En fråga',
    mailHello: 'Hej {name},',
    mailAsk: 'tack för att du är kund hos oss. En fråga, tio sekunder:',
    mailFoot: 'Du får det här för att du är kund hos {company}. Vi frågar högst en gång på 90 dagar.',
    unsubscribe: 'Inga fler frågor med e-post',
    unsubscribeAsk: 'Vill du inte få fler frågor med e-post från {company}?',
    unsubscribeDo: 'Ja, sluta fråga',
    unsubscribed: 'Klart. {company} skickar inga fler frågor till dig med e-post.',
  },
  da: {
    nps: 'Hvor sandsynligt er det, at du vil anbefale {company} til en ven?',
    npsLow: 'Slet ikke sandsynligt',
    npsHigh: 'Meget sandsynligt',
    csat: 'Hvor tilfreds er du med {where}?',
    csatNames: ['Meget utilfreds', 'Utilfreds', 'Hverken eller', 'Tilfreds', 'Meget tilfreds'],
    of: '{n} af 2',
    chosen: 'Du valgte {score}.',
    confirm: 'Svar {score}',
    change: 'Ret',
    whyLow: 'Det er vi kede af at høre. Hvad gik galt?',
    whyMiddle: 'Tak. Hvad kan vi gøre bedre?',
    whyHigh: 'Tak! Hvad gjorde vi godt?',
    whyHint: 'Et par ord er nok. Skriv ikke navne eller numre.',
    send: 'Send',
    skip: 'Spring over',
    thanks: 'Tak!',
    thanksWhat:
      'Dit svar går direkte til dem, der har ansvaret for {where}. De læser alle svar, og det, flest nævner, bliver rettet først.',
    thanksKnown: 'Hvis noget gik galt, skriver vi måske til dig for at gøre det godt igen.',
    again: 'Næste kunde',
    closed: 'Spørgsmålet er lukket. Tak, fordi du ville svare.',
    unknown:
      'Linket fører ikke til noget spørgsmål. Det kan være blevet klippet af; åbn det igen dér, hvor du fandt det.',
    wrongScore: 'Vælg en af karaktererne.',
    busy: 'Der kommer mange svar herfra lige nu. Prøv igen om nogle minutter.',
    language: 'Sprog',
    mailSubject: 'Hvordan var {where}? Ét spørgsmål',
    mailHello: 'Hej {name},',
    mailAsk: 'tak, fordi du er kunde hos os. Ét spørgsmål, ti sekunder:',
    mailFoot: 'Du får denne mail, fordi du er kunde hos {company}. Vi spørger højst én gang på 90 dage.',
    unsubscribe: 'Ikke flere spørgsmål på e-mail',
    unsubscribeAsk: 'Vil du ikke have flere spørgsmål på e-mail fra {company}?',
    unsubscribeDo: 'Ja, stop dem',
    unsubscribed: 'Klaret. {company} sender dig ikke flere spørgsmål på e-mail.',
  },
  nb: {
    nps: 'Hvor sannsynlig er det at du vil anbefale {company} til en venn?',
    npsLow: 'Ikke i det hele tatt',
    npsHigh: 'Svært sannsynlig',
    csat: 'Hvor fornøyd er du med {where}?',
    csatNames: ['Svært misfornøyd', 'Misfornøyd', 'Verken eller', 'Fornøyd', 'Svært fornøyd'],
    of: '{n} av 2',
    chosen: 'Du valgte {score}.',
    confirm: 'Svar {score}',
    change: 'Endre',
    whyLow: 'Det var leit å høre. Hva gikk galt?',
    whyMiddle: 'Takk. Hva kan vi gjøre bedre?',
    whyHigh: 'Takk! Hva gjorde vi bra?',
    whyHint: 'Noen få ord er nok. Ikke skriv navn eller numre.',
    send: 'Send',
    skip: 'Hopp over',
    thanks: 'Takk!',
    thanksWhat:
      'Svaret ditt går rett til dem som har ansvaret for {where}. De leser alle svar, og det flest nevner, rettes først.',
    thanksKnown: 'Hvis noe gikk galt, kan det hende vi skriver til deg for å ordne opp.',
    again: 'Neste kunde',
    closed: 'Spørsmålet er stengt. Takk for at du ville svare.',
    unknown: 'Lenken fører ikke til noe spørsmål. Den kan være kuttet av; åpne den igjen der du fant den.',
    wrongScore: 'Velg en av karakterene.',
    busy: 'Det kommer mange svar herfra akkurat nå. Prøv igjen om noen minutter.',
    language: 'Språk',
    mailSubject: 'Hvordan var {where}? Ett spørsmål',
    mailHello: 'Hei {name},',
    mailAsk: 'takk for at du er kunde hos oss. Ett spørsmål, ti sekunder:',
    mailFoot: 'Du får dette fordi du er kunde hos {company}. Vi spør høyst én gang på 90 dager.',
    unsubscribe: 'Ingen flere spørsmål på e-post',
    unsubscribeAsk: 'Vil du ikke ha flere spørsmål på e-post fra {company}?',
    unsubscribeDo: 'Ja, slutt å spørre',
    unsubscribed: 'Gjort. {company} sender deg ikke flere spørsmål på e-post.',
  },
  fi: {
    nps: 'Kuinka todennäköisesti suosittelisit yritystä {company} ystävällesi?',
    npsLow: 'En lainkaan todennäköisesti',
    npsHigh: 'Erittäin todennäköisesti',
    csat: 'Kuinka tyytyväinen olet: {where}?',
    csatNames: ['Erittäin tyytymätön', 'Tyytymätön', 'En kumpaakaan', 'Tyytyväinen', 'Erittäin tyytyväinen'],
    of: '{n} / 2',
    chosen: 'Valitsit {score}.',
    confirm: 'Vastaa {score}',
    change: 'Muuta',
    whyLow: 'Ikävä kuulla. Mikä meni pieleen?',
    whyMiddle: 'Kiitos. Mitä voisimme tehdä paremmin?',
    whyHigh: 'Kiitos! Mikä meni hyvin?',
    whyHint: 'Muutama sana riittää. Älä kirjoita nimiä tai numeroita.',
    send: 'Lähetä',
    skip: 'Ohita',
    thanks: 'Kiitos!',
    thanksWhat:
      'Vastauksesi menee suoraan vastuuhenkilöille ({where}). He lukevat jokaisen vastauksen, ja useimmin mainitut asiat korjataan ensin.',
    thanksKnown: 'Jos jokin meni pieleen, voimme ottaa sinuun yhteyttä asian korjaamiseksi.',
    again: 'Seuraava asiakas',
    closed: 'Kysely on suljettu. Kiitos, että halusit vastata.',
    unknown: 'Linkki ei johda kyselyyn. Se on voinut katketa; avaa se uudelleen sieltä, mistä löysit sen.',
    wrongScore: 'Valitse jokin arvosanoista.',
    busy: 'Täältä tulee juuri nyt paljon vastauksia. Yritä uudelleen muutaman minuutin kuluttua.',
    language: 'Kieli',
    mailSubject: 'Millaista oli: {where}? Yksi kysymys',
    mailHello: 'Hei {name},',
    mailAsk: 'kiitos, että olet asiakkaamme. Yksi kysymys, kymmenen sekuntia:',
    mailFoot: 'Saat tämän, koska olet asiakas: {company}. Kysymme enintään kerran 90 päivässä.',
    unsubscribe: 'Ei enää kysymyksiä sähköpostitse',
    unsubscribeAsk: 'Etkö halua enää kysymyksiä sähköpostitse ({company})?',
    unsubscribeDo: 'Kyllä, lopeta',
    unsubscribed: 'Valmis. {company} ei enää lähetä sinulle kysymyksiä sähköpostitse.',
  },
  de: {
    nps: 'Wie wahrscheinlich ist es, dass Sie {company} weiterempfehlen?',
    npsLow: 'Überhaupt nicht wahrscheinlich',
    npsHigh: 'Äußerst wahrscheinlich',
    csat: 'Wie zufrieden sind Sie mit {where}?',
    csatNames: ['Sehr unzufrieden', 'Unzufrieden', 'Weder noch', 'Zufrieden', 'Sehr zufrieden'],
    of: '{n} von 2',
    chosen: 'Sie haben {score} gewählt.',
    confirm: '{score} antworten',
    change: 'Ändern',
    whyLow: 'Das tut uns leid. Was ist schiefgelaufen?',
    whyMiddle: 'Danke. Was könnten wir besser machen?',
    whyHigh: 'Danke! Was haben wir gut gemacht?',
    whyHint: 'Wenige Worte genügen. Bitte keine Namen oder Nummern.',
    send: 'Senden',
    skip: 'Überspringen',
    thanks: 'Vielen Dank!',
    thanksWhat:
      'Ihre Antwort geht direkt an die Verantwortlichen ({where}). Sie lesen jede einzelne, und was am häufigsten genannt wird, wird zuerst verbessert.',
    thanksKnown: 'Wenn etwas schiefgelaufen ist, melden wir uns vielleicht, um es in Ordnung zu bringen.',
    again: 'Nächster Kunde',
    closed: 'Diese Umfrage ist geschlossen. Danke, dass Sie antworten wollten.',
    unknown:
      'Dieser Link führt zu keiner Umfrage. Vielleicht wurde er abgeschnitten; bitte öffnen Sie ihn noch einmal.',
    wrongScore: 'Bitte wählen Sie eine der Bewertungen.',
    busy: 'Von hier kommen gerade viele Antworten. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    language: 'Sprache',
    mailSubject: 'Wie war {where}? Eine Frage',
    mailHello: 'Guten Tag {name},',
    mailAsk: 'danke, dass Sie bei uns Kunde sind. Eine Frage, zehn Sekunden:',
    mailFoot:
      'Sie erhalten dies, weil Sie Kunde bei {company} sind. Wir fragen höchstens einmal in 90 Tagen.',
    unsubscribe: 'Keine Fragen mehr per E-Mail',
    unsubscribeAsk: 'Möchten Sie keine Fragen mehr per E-Mail von {company}?',
    unsubscribeDo: 'Ja, bitte beenden',
    unsubscribed: 'Erledigt. {company} sendet Ihnen keine Fragen mehr per E-Mail.',
  },
};

/** Fills `{name}` places in a sentence. */
export function said(sentence: string, fills: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(fills[name] ?? whole));
}
