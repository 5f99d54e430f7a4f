// German: what is said of everything beyond the store.
import type { TopicClauses } from '../tongue.ts';

export const journey = {
  delivery: {
    good: [
      'die Lieferung (ging schnell|kam pünktlich|kam am nächsten Tag|kam einen Tag früher)',
      'das Paket kam {d} schnell',
      '{carrier} (hat vorher angerufen|hat das Paket in die Wohnung gestellt|war {d} freundlich)',
      'ich (wurde die ganze Zeit über die Lieferung informiert|konnte die Lieferung jederzeit verfolgen)',
      'alles war (gut verpackt|heil|ordentlich eingepackt), als es ankam',
      'die Lieferung nach Hause (ist Gold wert|hat einwandfrei geklappt|spart mir so viel Zeit)',
    ],
    bad: [
      'die Lieferung kam {days} Tage zu spät',
      'das Paket (kam nie an|kam {days} Tage zu spät|ist immer noch nicht da|ging an die falsche Abholstelle)',
      '{carrier} hat (das Paket im Regen stehen lassen|nicht geklingelt|behauptet, es sei niemand zu Hause gewesen|mein Paket verloren)',
      'der Karton war (kaputt|zerdrückt|durchnässt), als er ankam',
      'ich habe{t} den ganzen Tag zu Hause gewartet, aber es kam niemand',
      'die Sendungsverfolgung (steht seit {days} Tagen still|funktioniert nicht|zeigte den falschen Tag)',
      'die versprochene Lieferzeit stimmt nicht',
      'die Hälfte meiner Bestellung (fehlte|kam nicht mit|lag nicht im Paket)',
      'es ist nicht das erste Mal, dass {carrier} zu spät kommt',
      'die Lieferung hat {d} lange gedauert',
    ],
  },
  payment: {
    good: [
      'das Bezahlen ging{t} (einfach|schnell|wie geschmiert)',
      '(schön|praktisch|toll), dass man mit dem Handy bezahlen kann',
      'gut, dass man (Rechnung|Karte|Ratenzahlung) wählen kann',
      'selbst scannen und bezahlen geht schnell',
    ],
    bad: [
      'meine Karte (wurde{t} abgelehnt|ging{t} nicht|wurde{t} zweimal belastet)',
      'das Kartenterminal war{t} (kaputt|gestört|ausgefallen)',
      'ich konnte{t} nicht (bar|mit Gutschein|mit dem Handy) bezahlen',
      'die Zahlung (blieb{t} hängen|ging{t} nicht durch|wurde{t} abgebrochen), und ich musste von vorn anfangen',
      'der Gutschein ließ sich (an der Kasse|im Laden|im Onlineshop) nicht einlösen',
    ],
  },
  returns: {
    good: [
      'die Rückgabe ging (einfach|schnell|ohne Probleme)',
      'ich habe mein Geld (sofort|am selben Tag|nach zwei Tagen) zurückbekommen',
      'der Umtausch war (einfach|kein Problem)',
      'ein ganzes Jahr Rückgaberecht ist (fantastisch|beruhigend)',
    ],
    bad: [
      'ich warte seit {days} Tagen auf (mein Geld|die Erstattung)',
      'die Rückgabe war (umständlich|ein Albtraum|ein einziges Hin und Her)',
      'ihr habt euch geweigert, {thing} zurückzunehmen, (trotz Kassenbon|obwohl alles originalverpackt war|obwohl das Teil kaputt war)',
      '{fee} Rückporto sind (frech|unverschämt|zu viel)',
      'ich bekam nur (einen Gutschein|einen Teil des Geldes) statt einer Erstattung',
      'man kann im Laden nicht zurückgeben, was man online gekauft hat',
    ],
  },
  app: {
    good: [
      'die App ist (praktisch|schön|leicht zu bedienen|richtig gut)',
      'mir gefallen (die Einkaufsliste|die Kassenbons|die Angebote) in der App',
      'in der App bestellt man schnell',
    ],
    bad: [
      'die App (stürzt ab|hängt|meldet mich ständig ab|ist lahm)',
      'ich kann mich (nicht mehr|seit dem Update nicht) in der App anmelden',
      'der Warenkorb in der App (war plötzlich leer|ist verschwunden)',
      'die neue App ist (schlechter als die alte|unübersichtlich|voller Fehler)',
      'der Strichcode in der App lässt sich an der Kasse nicht lesen',
      'die Suche in der App findet nicht einmal {product}',
    ],
  },
  website: {
    good: [
      'die Website ist (übersichtlich|klar|schnell)',
      'es ist (bequem|einfach|angenehm), bei euch online einzukaufen',
      'gute (Bilder|Beschreibungen|Filter) auf der Seite',
      'die Bestellung hat zwei Minuten gedauert',
    ],
    bad: [
      'die Website ist (chaotisch|langsam|unübersichtlich)',
      'die Seite (war nicht erreichbar|hing|lud nicht fertig), als ich bezahlen wollte',
      'die Suche auf der Seite (ist unbrauchbar|findet nichts|zeigt völlig falsche Artikel)',
      'auf der Website stand ein anderer Preis als an der Kasse',
      'die Maße von {thing} stimmen nicht mit der Seite überein',
      'ich flog dreimal aus dem Bestellvorgang, bevor der Kauf durchging',
    ],
  },
  product: {
    good: [
      '{product} (ist|war) {d} (gut|schön|preiswert)',
      'die Qualität von {product} ist (sehr gut|besser als erwartet|beeindruckend)',
      '{thing} (hält, was es verspricht|ist mein bester Kauf des Jahres|wird bei uns jeden Tag benutzt)',
      'ich bin {d} zufrieden mit {product}',
      'das Brot war{t} (frisch gebacken und gut|frisch|einfach köstlich)',
      'Obst und Gemüse sind immer (frisch|gut)',
    ],
    bad: [
      '{device} (ging kaputt|funktionierte nicht mehr|gab den Geist auf) nach {days} Tagen',
      'die Qualität von {product} ist (schlecht|eine Enttäuschung|nicht mehr das, was sie war)',
      '{thing} (sah nicht aus wie auf dem Bild|kam unvollständig an|war zerkratzt|war beschädigt, als ich den Karton öffnete)',
      'das Obst war{t} (faul|weich und braun|schimmlig)',
      '(die Milch|das Hähnchen|der Käse) war{t} abgelaufen',
      'der Schalter von {device} funktioniert nicht',
      'ich bin nicht zufrieden mit {product}',
      '{thing} hielt nicht einmal einen Monat',
    ],
  },
  invoice: {
    good: [
      'die Rechnung war (klar|korrekt|leicht verständlich)',
      'der Kauf auf Rechnung ist (bequem|praktisch)',
      'die Rechnung kam pünktlich und stimmte auf den Cent',
    ],
    bad: [
      'die Rechnung (stimmt nicht|ist falsch|kam zu spät|versteht kein Mensch)',
      'ich habe (zwei Rechnungen für einen Kauf|die Versandkosten doppelt|eine Mahnung trotz Zahlung) bekommen',
      'eine Mahngebühr von {fee} (ohne dass je eine Rechnung kam|ist eine Frechheit)',
      'ihr habt {fee} zu viel berechnet',
      'es ist unmöglich, eine korrigierte Rechnung zu bekommen',
    ],
  },
  loyalty: {
    good: [
      'Plus ist (sein Geld wert|richtig gut|eine gute Mitgliedschaft)',
      'der Bonus (kommt schnell|ist großzügig|ist ein nettes Extra)',
      'die Mitgliederangebote sind {d} gut',
      'die Mitgliedschaft lohnt sich',
    ],
    bad: [
      'meine Punkte (sind verschwunden|wurden nicht gutgeschrieben|sind ohne Vorwarnung verfallen)',
      'Plus (ist sein Geld nicht mehr wert|bringt mir nichts|ist schlechter geworden)',
      'die Mitgliederpreise sind (nicht niedriger als die normalen|ein Witz|nur Schau)',
      'die Angebote, die ich bekomme, (passen nicht zu mir|sind immer für Sachen, die ich nie kaufe)',
      'der Bonusgutschein ließ sich nicht einlösen',
    ],
  },
  support: {
    good: [
      'der Kundenservice (hat sofort geantwortet|hat es in fünf Minuten gelöst|war {d} hilfsbereit)',
      'ich bekam (schnell eine Antwort|eine persönliche Antwort|noch am selben Tag Hilfe)',
      '{name} vom Kundenservice (hat alles geregelt|hat wie versprochen zurückgerufen|war fantastisch)',
      'der Chat funktioniert {d} gut',
    ],
    bad: [
      'der Kundenservice (antwortet nicht|ist nicht zu erreichen|schickt nur Standardantworten)',
      'ich hing{t} {min} Minuten in der Warteschleife, (ohne durchzukommen|dann war die Leitung tot)',
      'ich habe drei Mails geschrieben und keine Antwort bekommen',
      'der Chatbot (versteht nichts|hilft niemandem|dreht sich im Kreis)',
      'ich habe {days} Tage auf eine Antwort gewartet, die nichts sagte',
      'niemand im Kundenservice (übernimmt Verantwortung|gibt eine klare Auskunft|hat zurückgerufen)',
      'man kommt nie zu einem Menschen durch',
    ],
  },
} satisfies Record<string, TopicClauses>;
