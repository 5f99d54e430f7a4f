/** Feelings that many companies want to give, with words in seven languages; a workspace chooses among them. */
import type { Topic } from '@lyhord/contract';
import { topic } from '../topics/tree/topic.ts';

type ByLanguage = Readonly<Record<string, string>>;

function feeling(key: string, names: ByLanguage, words: ByLanguage, opposites: ByLanguage): Topic {
  const { words: missed } = topic(key, null, names, opposites);
  return { ...topic(`feeling.${key}`, null, names, words), kind: 'feeling', opposites: missed };
}

export const readyFeelings: readonly Topic[] = [
  feeling(
    'safe',
    { en: 'Safe', sv: 'Trygg', da: 'Tryg', nb: 'Trygg', fi: 'Turvallinen', de: 'Sicher', pt: 'Seguro' },
    {
      en: 'safe, safely, secure, reassured, reassuring, in good hands, peace of mind',
      sv: 'trygg, tryggt, trygga, trygghet, tryggheten, i goda händer, lugn i magen',
      da: 'tryg, trygt, trygge, tryghed, trygheden, i gode hænder',
      nb: 'trygg, trygt, trygge, trygghet, tryggheten, i gode hender',
      fi: 'turvallinen, turvalliseksi, turvallisesti, turvassa, turvallisuu*, hyvissä käsissä, luottavai*',
      de: 'sicher, geborgen, geborgenheit, gut aufgehoben, in guten händen',
      pt: 'seguro, segura, segurança, tranquilo, tranquila, em boas mãos',
    },
    {
      en: 'unsafe, insecure, uneasy, worried, scared, frightened, anxious',
      sv: 'otrygg*, orolig, oroliga, oroad, rädd, rädda',
      da: 'utryg*, urolig, bekymret, bange',
      nb: 'utrygg*, urolig, bekymret, redd',
      fi: 'turvaton, turvattom*, huolissa*, peloissa*, pelotti',
      de: 'unsicher*, besorgt, verängstigt, unwohl',
      pt: 'inseguro, insegura, insegurança, preocupado, preocupada, com medo',
    },
  ),
  feeling(
    'welcome',
    {
      ...{ en: 'Welcome', sv: 'Välkommen', da: 'Velkommen', nb: 'Velkommen' },
      ...{ fi: 'Tervetullut', de: 'Willkommen', pt: 'Bem-vindo' },
    },
    {
      en: 'welcome, welcomed, welcoming, at home, greeted warmly, warm welcome',
      sv: 'välkommen, välkommet, välkomna, välkomnande, välkomnad, välkomnas, som hemma, varmt mottag*',
      da: 'velkommen, velkomne, imødekommende, som hjemme, taget godt imod',
      nb: 'velkommen, velkomne, imøtekommende, som hjemme, tatt godt imot',
      fi: 'tervetullut, tervetulleeksi, kuin kotona, lämmin vastaanotto, lämpimästi vastaan',
      de: 'willkommen, wie zu hause, herzlich empfangen, herzlich begrüßt',
      pt: 'bem-vindo, bem-vinda, bem-vindos, acolhido, acolhida, acolhedor, acolhedora, em casa',
    },
    {
      en: 'unwelcome, ignored, in the way, looked down on',
      sv: 'ovälkommen, ovälkomna, ignorerad, ignorerade, nonchalerad, i vägen, osynlig',
      da: 'uvelkommen, ignoreret, til besvær, overset',
      nb: 'uvelkommen, ignorert, til bry, oversett',
      fi: 'ei-toivottu, sivuutettiin, vaivaksi',
      de: 'unwillkommen, unerwünscht, ignoriert, abgewimmelt',
      pt: 'ignorado, ignorada, mal recebido, mal recebida',
    },
  ),
  feeling(
    'inspired',
    {
      ...{ en: 'Inspired', sv: 'Inspirerad', da: 'Inspireret', nb: 'Inspirert' },
      ...{ fi: 'Innostunut', de: 'Inspiriert', pt: 'Inspirado' },
    },
    {
      en: 'inspired, inspiring, inspiration, new ideas, motivated',
      sv: 'inspirerad, inspirerade, inspirerande, inspiration, inspirationen, nya idéer, motiverad',
      da: 'inspireret, inspirerende, inspiration, nye idéer, nye ideer, motiveret',
      nb: 'inspirert, inspirerende, inspirasjon, nye ideer, nye idéer, motivert',
      fi: 'inspiroi*, inspiraatio*, innostu*, innosta*, uusia ideoita',
      de: 'inspiriert, inspirierend, inspiration, neue ideen, angeregt',
      pt: 'inspirado, inspirada, inspirador, inspiradora, inspiração, novas ideias',
    },
    {
      en: 'uninspired, uninspiring, boring, bored, dull',
      sv: 'oinspirerad, oinspirerande, uttråkad, tråkigt sortiment',
      da: 'uinspireret, uinspirerende, kedeligt udvalg',
      nb: 'uinspirert, uinspirerende, kjedelig utvalg',
      fi: 'tylsä valikoima, pitkästyt*',
      de: 'uninspiriert, einfallslos, gelangweilt',
      pt: 'sem inspiração, entediado, entediada',
    },
  ),
  feeling(
    'taught',
    {
      ...{ en: 'Taught something', sv: 'Lärt sig något', da: 'Lært noget', nb: 'Lært noe' },
      ...{ fi: 'Oppinut jotain', de: 'Etwas gelernt', pt: 'Aprendeu algo' },
    },
    {
      en: 'learned, learnt, taught me, taught us, explained, showed me how, good advice',
      sv: 'lärde mig, lärde oss, lärt mig, lärt oss, lärorik*, förklarade, bra tips, goda råd, visade hur',
      da: 'lærte mig, lærte os, lært, lærerig*, forklarede, gode råd, gode tips, viste hvordan',
      nb: 'lærte meg, lærte oss, lært, lærerik*, forklarte, gode råd, gode tips, viste hvordan',
      fi: 'opin, opimme, opetti, opettavai*, neuvoi, selitti, hyviä neuvoja, hyvät neuvot',
      de: 'gelernt, lehrreich, erklärt, erklärte, gute tipps, guter rat, gezeigt wie',
      pt: 'aprendi, aprendemos, ensinou, explicou, boas dicas, bons conselhos',
    },
    {
      en: 'confusing, confused, none the wiser',
      sv: 'förvirrad, förvirrande, lika klok',
      da: 'forvirret, forvirrende, lige klog',
      nb: 'forvirret, forvirrende, like klok',
      fi: 'hämmentävä*, hämmentyn*',
      de: 'verwirrt, verwirrend, ratlos',
      pt: 'confuso, confusa, confundido',
    },
  ),
];
