// Ordinary given names and surnames of each country, put together at random: no real person is meant.

interface Names {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const list = (words: string): readonly string[] => words.split(' ');

export const namesByLanguage: Readonly<Record<string, Names>> = {
  sv: {
    given: list(
      'Anna Erik Maria Lars Karin Johan Eva Anders Sara Per Lena Nils Emma Oskar Ida Mikael Maja Jonas Elin Fredrik Hanna Gustav Linnea Viktor Malin Henrik Åsa Björn Amira Ali Ingrid Mattias Sofia Daniel Frida Tomas Agnes Hugo Wilma Axel',
    ),
    family: list(
      'Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Lindberg Lindgren Berglund Sandberg Holm Ström Forsberg Sjöberg Wallin Ek Nyström Hedlund Åberg Dahl Söderberg Norberg Lundin Fransson Blom Björk',
    ),
  },
  da: {
    given: list(
      'Anne Peter Mette Jens Kirsten Lars Hanne Michael Helle Søren Camilla Thomas Louise Henrik Sofie Mads Freja Emil Ida Oliver Maria Rasmus Signe Kasper Line Anders Trine Nikolaj Laura Jakob Fatima Bo Karen Viggo Astrid Malthe',
    ),
    family: list(
      'Jensen Nielsen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Petersen Madsen Kristensen Olsen Thomsen Poulsen Møller Knudsen Holm Lund Mortensen Bach Dahl Frandsen Kjær Winther Skov Bjerre Vestergaard',
    ),
  },
  nb: {
    given: list(
      'Kari Ole Anne Jan Ingrid Per Marit Lars Silje Knut Nora Emil Ida Henrik Maria Kristian Hanne Magnus Liv Sondre Thea Jonas Astrid Håkon Camilla Eirik Tonje Bjørn Marte Andreas Sunniva Torstein Aisha Odd Ragnhild Sindre',
    ),
    family: list(
      'Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Berg Haugen Hagen Bakken Solberg Moen Strand Lie Dahl Lund Eide Aas Myhre Sæther Ødegård Tangen Fjeld Vik Nygård Rønning',
    ),
  },
  fi: {
    given: list(
      'Anna Juha Maria Mikko Leena Timo Päivi Antti Sari Jari Aino Ville Emma Eero Helmi Olli Sanna Petri Tiina Lauri Veera Janne Noora Kari Katja Pekka Hanna Tuomas Riikka Heikki Minna Aleksi Outi Markku Jenni Oskari',
    ),
    family: list(
      'Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Saarinen Salminen Heinonen Niemi Heikkilä Salonen Turunen Laitinen Rantanen Ahonen Kallio Hiltunen Karjalainen Lindström Aalto Peltola Ojala',
    ),
  },
  en: {
    given: list(
      'James Emily Oliver Sarah George Priya Daniel Chloe Samuel Grace Thomas Aisha Jack Laura Michael Zoe Peter Hannah David Megan',
    ),
    family: list(
      'Smith Taylor Brown Wilson Evans Walker Wright Hughes Green Patel Cooper Ward Turner Baker Murphy Kelly Hall Bennett',
    ),
  },
  de: {
    given: list(
      'Anna Thomas Sabine Michael Julia Stefan Lena Andreas Petra Jan Katharina Markus Heike Florian Monika Tobias Birgit Uwe Nina Jürgen',
    ),
    family: list(
      'Müller Schmidt Petersen Hansen Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Jessen Lorenzen Carstensen Brandt Vogel',
    ),
  },
};

/** Letters a mail address can be written with. */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[åäáà]/g, 'a')
    .replace(/æ/g, 'ae')
    .replace(/[öøó]/g, 'o')
    .replace(/[üú]/g, 'u')
    .replace(/[éè]/g, 'e')
    .replace(/[^a-z]/g, '');
}
