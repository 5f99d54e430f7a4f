// Comments in which themes are planted among everyday remarks: what discovery has to bring back, and what it must not.

import type { ThemeText } from './find-themes.ts';
import { seededRandom } from './seeded-random.ts';

interface Tongue {
  readonly starts: readonly string[];
  /** Ways of saying the same wish: other compounds, other endings. */
  readonly wishes: Readonly<Record<string, readonly string[]>>;
  /** Everyday words, the frequent first. */
  readonly everyday: string;
  readonly joints: readonly string[];
}

export const tongues: Readonly<Record<string, Tongue>> = {
  sv: {
    starts: ['Ni borde ha', 'Sätt upp', 'Varför finns inga', 'Det behövs', 'Kan ni ordna', 'Jag saknar'],
    wishes: {
      charging: [
        'laddplatser för elbilar',
        'laddstolpar till elbilen',
        'laddplats för elbil',
        'laddare till elbilar',
        'någonstans att ladda elbilen',
      ],
      carts: [
        'kundvagnar som inte drar snett',
        'kundvagnen har trasiga hjul',
        'hela hjul på kundvagnarna',
        'vagnar utan gnisslande hjul',
        'hjulen på vagnen gnisslar',
      ],
      music: [
        'lägre musik i butiken',
        'bakgrundsmusiken är för hög',
        'musiken överröstar allt',
        'tystare bakgrundsmusik',
        'musikens volym stör',
      ],
    },
    everyday:
      'promenad grannen hunden helgen resan familjen kalas vädret solen bussen skolan matchen trädgård semester cykel telefon kaffe fönster blommor bilen storm stuga mössa farfar paraply stan eftermiddag barnbarn regnet vagnsbod tavlan kusinen huset båten sjön stranden träd kvällen morgonen lunch fotboll bröllop student jul påsk midsommar kollegan jobbet vägen rondellen spåret tåget kortspel boken teater film konsert dansen möbler soffan köket tvätten',
    joints: ['och', 'med', 'på'],
  },
  da: {
    starts: ['I burde have', 'Sæt', 'Hvorfor er der ingen', 'Der mangler', 'Kan I lave'],
    wishes: {
      charging: [
        'ladestandere til elbiler',
        'ladepladser til elbilen',
        'ladestander til min elbil',
        'et sted at lade elbilen',
      ],
      carts: [
        'indkøbsvogne med hele hjul',
        'indkøbsvognen har ødelagte hjul',
        'hjulene på vognene hviner',
        'indkøbsvognenes hjul',
      ],
      music: [
        'lavere musik',
        'baggrundsmusikken er for høj',
        'musikken overdøver alt',
        'baggrundsmusik uden støj',
      ],
    },
    everyday:
      'gåtur naboen hunden weekenden rejsen familien fødselsdag vejret solen bussen skolen kampen haven ferie cyklen telefonen kaffe vinduet blomster sommerhus hue farfar paraply byen eftermiddag børnebørn regnen maleri fætter huset båden søen stranden træer aften morgen frokost fodbold bryllup student jul påske kollegaen arbejdet vejen rundkørsel toget kortspil bogen teater film koncert dans møbler sofaen køkken vasketøj',
    joints: ['og', 'med', 'på'],
  },
  nb: {
    starts: [
      'Dere burde ha',
      'Sett opp',
      'Hvorfor finnes det ingen',
      'Det mangler',
      'Kan dere ordne',
      'Jeg savner',
    ],
    wishes: {
      charging: [
        'ladestasjoner for elbiler',
        'ladeplasser til elbilen',
        'ladestasjon til elbilen min',
        'et sted å lade elbilen',
      ],
      carts: [
        'handlevogner med hele hjul',
        'handlevognen har ødelagte hjul',
        'hjulene på handlevognene hviner',
        'handlevognenes hjul',
      ],
      music: [
        'lavere musikk',
        'bakgrunnsmusikken er for høy',
        'musikken overdøver alt',
        'bakgrunnsmusikk uten støy',
      ],
    },
    everyday:
      'gåtur naboen hunden helgen reisen familien bursdag været solen bussen skolen kampen hagen ferie sykkelen telefonen kaffe vinduet blomster hytta lue bestefar paraply byen ettermiddag barnebarn regnet maleri fetter huset båten sjøen stranden trær kveld morgen lunsj fotball bryllup student jul påske kollegaen arbeidet veien rundkjøring toget kortspill boken teater film konsert dans møbler sofaen kjøkken klesvask',
    joints: ['og', 'med', 'på'],
  },
  fi: {
    starts: ['Voisitteko hankkia', 'Miksi ei ole', 'Tarvitaan', 'Toivon', 'Puuttuu'],
    wishes: {
      charging: [
        'latauspisteitä sähköautoille',
        'lataustolppa sähköautolle',
        'latauspaikka sähköauton omistajille',
        'sähköautojen latausta pihalla',
      ],
      carts: [
        'ostoskärryjä ehjillä pyörillä',
        'ostoskärryn pyörät vinkuvat',
        'kärryjen pyörä on rikki',
        'ostoskärryjen pyörät jumissa',
      ],
      music: [
        'hiljaisempaa taustamusiikkia',
        'musiikki on liian kovalla',
        'taustamusiikki häiritsee',
        'musiikin voimakkuus',
      ],
    },
    everyday:
      'kävely naapuri koira viikonloppu matka perhe juhlat sää aurinko bussi koulu ottelu puutarha loma pyörätie puhelin kahvi ikkuna kukat auto myrsky mökki pipo isoisä sateenvarjo kaupunki iltapäivä lapsenlapset sade taulu serkku talo vene järvi ranta puut ilta aamu lounas jalkapallo häät opiskelija joulu pääsiäinen työkaveri työ tie juna korttipeli kirja teatteri elokuva konsertti tanssi huonekalu sohva keittiö pyykki',
    joints: ['ja', 'sekä'],
  },
  de: {
    starts: ['Bitte baut', 'Warum gibt es keine', 'Es fehlen', 'Ich wünsche mir', 'Könnt ihr'],
    wishes: {
      charging: [
        'Ladestationen für Elektroautos',
        'Ladesäulen für das Elektroauto',
        'eine Ladesäule für Elektroautos',
        'Lademöglichkeit für mein Elektroauto',
      ],
      carts: [
        'Einkaufswagen mit heilen Rollen',
        'die Rollen der Einkaufswagen quietschen',
        'Wagen mit klemmenden Rollen',
        'Einkaufswägen deren Rollen laufen',
      ],
      music: [
        'leisere Musik',
        'die Hintergrundmusik ist zu laut',
        'Hintergrundmusik die stört',
        'weniger Musikberieselung',
      ],
    },
    everyday:
      'Spaziergang Nachbar Hund Wochenende Reise Familie Geburtstag Wetter Sonne Bus Schule Spiel Garten Urlaub Fahrrad Telefon Kaffee Fenster Blumen Sturm Hütte Mütze Opa Regenschirm Stadt Nachmittag Enkel Regen Gemälde Vetter Haus Boot See Strand Bäume Abend Morgen Mittagessen Fußball Hochzeit Student Weihnachten Ostern Kollege Arbeit Straße Kreisel Zug Kartenspiel Buch Theater Film Konzert Tanz Möbel Sofa Küche Wäsche',
    joints: ['und', 'mit', 'auf'],
  },
  en: {
    starts: ['You should have', 'Please put up', 'Why are there no', 'We need', 'I miss'],
    wishes: {
      charging: [
        'charging points for electric cars',
        'chargers for my electric car',
        'somewhere to charge an electric car',
        'electric car charging',
      ],
      carts: [
        'trolleys with working wheels',
        'the trolley wheels squeak',
        'wheels on the trolley are stuck',
        'a trolley whose wheels turn',
      ],
      music: [
        'quieter background music',
        'the music is too loud',
        'music that drowns everything',
        'lower music',
      ],
    },
    everyday:
      'walk neighbour dog weekend journey family birthday weather sun bus school match garden holiday bicycle telephone coffee window flowers storm cottage hat grandfather umbrella town afternoon grandchildren rain painting cousin house boat lake beach trees evening morning lunch football wedding student christmas easter colleague work road roundabout train cards book theatre film concert dance furniture sofa kitchen laundry',
    joints: ['and', 'with', 'on'],
  },
};

export interface PlantedTexts {
  readonly texts: readonly ThemeText[];
  /** Of each planted text the theme; everyday remarks have none. */
  readonly truth: ReadonlyMap<string, string>;
}

/**
 * @param each   comments of every wish
 * @param others everyday remarks of chance words
 */
export function plantThemes(
  language: string,
  seed: number,
  each: Readonly<Record<string, number>>,
  others: number,
): PlantedTexts {
  const { starts, wishes, everyday, joints } = tongues[language] as Tongue;
  const random = seededRandom(seed * 2_654_435 + language.charCodeAt(0) * 31 + language.charCodeAt(1));
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const words = everyday.split(' ');
  // Some words are said more often than others, as in any language.
  const word = () => words[Math.floor(words.length * random() ** 1.5)] as string;
  const remark = () => `${word()} ${pick(joints)} ${word()}`;
  const texts: ThemeText[] = [];
  const truth = new Map<string, string>();
  for (const [name, count] of Object.entries(each)) {
    for (let i = 0; i < count; i++) {
      const id = `${name}-${i}`;
      truth.set(id, name);
      const wish = `${pick(starts)} ${pick(wishes[name] as readonly string[])}`;
      texts.push({ id, text: random() < 0.5 ? wish : `${wish}. ${remark()}`, language });
    }
  }
  for (let i = 0; i < others; i++) {
    const text = Array.from({ length: 1 + Math.floor(random() * 2) }, remark).join('. ');
    texts.push({ id: `other-${i}`, text, language });
  }
  return { texts, truth };
}

export interface Recovery {
  /** Of the planted themes, how many came back whole: one theme with F1 ≥ 0.8. */
  readonly whole: number;
  readonly planted: number;
  /** Themes of which more than half is everyday remarks. */
  readonly fromNoise: number;
  readonly worst: number;
}

export function recovered(
  { truth }: PlantedTexts,
  themes: readonly { readonly members: readonly string[] }[],
): Recovery {
  const names = [...new Set(truth.values())];
  const best = names.map((name) => {
    const size = [...truth.values()].filter((one) => one === name).length;
    return Math.max(
      0,
      ...themes.map(({ members }) => {
        const hits = members.filter((id) => truth.get(id) === name).length;
        return (2 * hits) / (size + members.length);
      }),
    );
  });
  const fromNoise = themes.filter(
    ({ members }) => members.filter((id) => truth.has(id)).length < members.length / 2,
  ).length;
  return {
    whole: best.filter((f1) => f1 >= 0.8).length,
    planted: names.length,
    fromNoise,
    worst: Math.min(1, ...best),
  };
}
