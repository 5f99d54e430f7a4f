// German: the words around what is said.
import type { TongueSource } from '../tongue.ts';

export const frame: Omit<TongueSource, 'clauses' | 'staff'> = {
  code: 'de',
  short: {
    good: ['(Gut|Super|Sehr gut|Perfekt|Toll|Ausgezeichnet|Klasse|Spitze)', 'Alles (gut|bestens|in Ordnung)', 'Zufrieden!', '{d} (zufrieden|gut)', '👍', '(Guter|Schöner|Netter) Laden', 'Sehr zufriedener Kunde', 'Danke für die Hilfe!', '(Sehr|Absolut) zu empfehlen', 'Nichts zu meckern', 'Immer wieder gut', 'Komme gern wieder'],
    middling: ['(Ok|Okay|Ganz ok|Geht so|Weder gut noch schlecht|Mittelmäßig|Passt)', 'Funktioniert', 'Nichts (zu sagen|hinzuzufügen)', 'Nichts Besonderes', 'Könnte besser sein', 'Wie immer', 'War (ok|okay|ganz ok)', 'Weiß nicht'],
    bad: ['(Schlecht|Miserabel|Katastrophe|Unter aller Kritik|Nicht gut|Furchtbar|Enttäuschend)', 'Nie (mehr|wieder)', 'Nicht zufrieden', '{d} (unzufrieden|enttäuscht)', '👎', 'Das letzte Mal', 'Reißt euch zusammen!', 'Enttäuschter Kunde', 'Nicht zu empfehlen'],
  },
  scenes: {
    store: ['(War einkaufen|War im Laden|Habe eingekauft){t}.', 'Wollte nur {product} kaufen.', 'Sind (extra|mit der ganzen Familie|nach der Arbeit) nach {city} gefahren.', 'Bin (seit vielen Jahren|seit der Eröffnung|schon lange) Kunde.', '(Kam|War) kurz vor Ladenschluss da.', 'War mit (zwei kleinen Kindern|meiner alten Mutter|einer Kollegin) da{t}.', 'Bin in der Mittagspause vorbeigekommen.'],
    online: ['{product} online bestellt.', 'Zum ersten Mal (bei euch online|in eurem Onlineshop) bestellt.', '(Ein Geschenk|Mehrere Sachen|Waren für {amount}) bestellt{t}.', 'Habe eine Bestellung aufgegeben{t}.', '{product} in der App gekauft.'],
    contact: ['Es geht um {product}.', 'Ich habe {product} (vor {days} Tagen|in {city}|online) gekauft.', 'Ich bin seit vielen Jahren Kunde.', 'Die Bestellung habe ich (selbst|online) aufgegeben.', 'Das ist das dritte Mal, dass ich mich melde.'],
  },
  openers: {
    good: ['Wow!', 'Vielen Dank!', 'Weiter so!', 'Muss ich einfach sagen:', 'Bin begeistert!', 'Positiv überrascht:'],
    bad: ['Nein,', 'Seufz.', 'Leider:', 'Ich bin wirklich enttäuscht.', 'Hallo?', 'Was ist da los?', 'Also wirklich!', 'Das nervt langsam:'],
    any: ['Hallo!', 'Naja,', 'Also,', 'Kurz gesagt:', 'Meine Erfahrung:', 'Ja,', 'Moin,', 'Liebes Solvik-Team,'],
  },
  closers: {
    good: ['Danke!', 'Weiter so!', 'Ich komme gern wieder.', 'Ich empfehle euch allen weiter.', 'Der beste Laden in {city}.', 'Vielen Dank (an {name}|für die Hilfe).', 'Schönen Tag noch!', 'Ihr seid die Besten.', 'Bis bald!', 'So muss das sein.'],
    bad: ['Das könnt ihr besser.', 'Das muss besser werden.', 'Hoffentlich tut ihr etwas dagegen.', 'Geht gar nicht.', 'So geht es nicht weiter.', 'Ich hatte mehr erwartet.', 'Was wollt ihr dagegen tun?', 'Bitte um Rückmeldung( unter {phone}| an {mail}|).', 'Früher war es besser.', 'Schade um einen sonst guten Laden.'],
    any: ['Gruß, {name}', 'Das war alles.', 'Wollte ich euch nur sagen.', 'Grüße aus {city}.', 'Sonst nichts hinzuzufügen.', '{name}'],
  },
  and: [', und ', ' und ', ', ', '. Und ', ' + '],
  but: [', aber ', '. Aber ', ' – aber ', ', nur ist es so: '],
  degrees: ['sehr', 'wirklich', 'unglaublich', 'so', 'echt', 'total', 'ziemlich', 'richtig', 'extrem', 'besonders'],
  times: ['am Samstag', 'gestern', 'heute Morgen', 'letzte Woche', 'am Freitag', 'dieses Mal', 'am Sonntag', 'am Dienstag', 'neulich', 'gestern Abend', 'in der Mittagspause', 'nach der Arbeit', 'am Wochenende'],
  irony: {
    queue: ['schön, {min} Minuten seines Lebens in eurer Schlange zu verbringen', 'lustig, dass bei euch nur die Schlange wächst'],
    delivery: ['fantastisch, diesmal nur {days} Tage zu spät', 'danke, dass mein Paket unterwegs das ganze Land sehen durfte'],
    support: ['nette Musik in der Warteschleife, ich kann das Lied jetzt auswendig', 'Glückwunsch zu einem Chatbot, der nie etwas beantworten muss'],
    app: ['bravo, die App stürzt schneller ab als je zuvor', 'herrlich, sich heute zum zehnten Mal anzumelden'],
    price: ['bald braucht man einen Kredit für {product}', 'toll, wenn das Gehalt schon am Milchregal aufgebraucht ist'],
    cleanliness: ['nett, dass man am Boden sieht, was andere letzte Woche gegessen haben', 'die Toilette ist ein Erlebnis, das man so schnell nicht vergisst'],
    availability: ['beeindruckend leere Regale, sehr minimalistisch', 'spannend zu raten, was heute ausverkauft ist'],
    staff: ['wie nett, dass ich das Personal beim Plaudern stören durfte'],
    invoice: ['lieb von euch, dieselbe Rechnung zweimal zu schicken, falls ich sie übersehen habe'],
  },
  critical: {
    safety: ['Im Brot war ein Glassplitter, meine Tochter hätte sich verletzen können!', 'Ich habe Glassplitter im Brot gefunden.', 'Ich bin auf dem nassen Boden ausgerutscht und habe mir (den Kopf|den Arm) gestoßen.', 'Die Maschine fing an zu rauchen, als ich sie eingesteckt habe, das ist lebensgefährlich.', 'Mein Sohn hatte eine allergische Reaktion, weil Nüsse nicht auf der Packung standen.'],
    legal: ['Ich melde das der Verbraucherzentrale.', 'Das geht an die Schlichtungsstelle.', 'Sie hören von meinem Anwalt.', 'Der nächste Schritt ist eine Anzeige.'],
    leaving: ['Ich kündige Plus und kaufe woanders ein.', 'Wir wechseln nach {days} Jahren zur Konkurrenz.', 'Ihr habt einen Kunden verloren.', 'Wir kommen nicht wieder.'],
  },
  ticket: {
    greetings: ['Hallo,', 'Guten Tag,', 'Moin,', 'Guten Morgen,', 'Liebes Solvik-Team,', 'An den Kundenservice:'],
    asks: ['Können Sie mir helfen?', 'Wann bekomme ich eine Antwort?', 'Was soll ich jetzt tun?', 'Ich möchte mein Geld zurück.', 'Bitte melden Sie sich so bald wie möglich.', 'Kann mich jemand unter {phone} anrufen?', 'Wie geht es jetzt weiter?', 'Wie lange soll das noch dauern?', 'Ich möchte Ersatz für {thing} oder mein Geld zurück.'],
    farewells: ['Mit freundlichen Grüßen, {name}', 'MfG {name}', 'Danke im Voraus.', 'Viele Grüße, {name}', 'Danke, {name}'],
    titles: { delivery: ['Wo ist mein Paket?', 'Verspätete Lieferung', 'Lieferung fehlt'], returns: ['Rückgabe {thing}', 'Erstattung'], product: ['Reklamation {thing}', '{thing} ist kaputt'], invoice: ['Rechnung falsch', 'Frage zur Rechnung'], app: ['Anmeldung klappt nicht', 'Problem mit der App'], website: ['Problem mit der Bestellung'], payment: ['Doppelt abgebucht', 'Zahlung'], loyalty: ['Meine Punkte', 'Frage zu Plus'], support: ['Keine Antwort'], price: ['Falscher Preis'] },
  },
  call: ['Kunde ruft an wegen {product}: {clause}.', 'Kunde ist verärgert und sagt: {clause}.', 'Anruf: {clause}. Rückruf zugesagt.', 'Kunde berichtet: {clause}. Vorgang angelegt.', 'Eingehender Anruf. {clause}. Entschuldigt und {more} als Ausgleich angeboten.'],
  leave: ['Ich kündige Plus. {clause}.', 'Kündigung: {clause}.', 'Wir beenden die Mitgliedschaft, weil wir sie nicht nutzen. {clause}.', 'Keine Verlängerung. {clause}.'],
  social: {
    good: ['Solvik in {city} liefert! {clause} #solvik', '{clause}. Bester Laden! #solvik', 'Gut gemacht @solvik – {clause}', 'Lob des Tages an Solvik {city}: {clause} 🌹'],
    bad: ['@solvik was ist los in {city}? {clause}', '{clause}. Reißt euch zusammen @solvik! #solvik', 'Tadel des Tages, Solvik {city}: {clause}', 'Noch jemand genervt von Solvik? {clause} #solvik #kundenservice'],
  },
  report: ['{clause}.', '{clause}. /{name}', '(Heute|Spätschicht|Vormittag|Frühschicht|Diese Woche bisher): {clause}.', '{clause} – (heute etwa {count} Kunden|{count} Bons heute).', 'An die Leitung: {clause}. (Gruß|MfG), {name}', '(Ruhiger|Normaler|Stressiger|Guter) Tag mit etwa {count} Kunden. {clause}.'],
  reviewTitles: {
    good: ['(Sehr|Wirklich) zufrieden', 'Empfehlenswert', 'Guter Kauf', '(Toller|Schöner|Guter) Laden', 'Fünf Sterne', 'Preiswert', 'Immer gut'],
    bad: ['Enttäuscht', 'Nicht kaufen', 'Finger weg', 'Schlechte Erfahrung', 'Sein Geld nicht wert', 'Nie wieder', 'Schlechter als früher'],
  },
  shortForms: [['nicht', 'nich'], ['ist', 'is'], ['ein', 'n'], ['eine', 'ne'], ['und', 'u.'], ['habe', 'hab'], ['einen', 'nen'], ['mal', 'ma'], ['vielleicht', 'vllt'], ['etwas', 'was'], ['jetzt', 'jetz']],
  names: ['Sabine', 'Jan', 'Petra', 'Uwe', 'Julia', 'Tobias', 'Heike', 'Lena', 'Florian', 'Birgit'],
};
