import type { Words } from '../index.ts';

export const feelings: Words['settings']['feelings'] = {
  lead: 'Känslor ni vill ge. Var och en känns igen på era egna ord; ett ”inte” vänder den. Ingen träffsäkerhet utlovas: ingen har märkt upp sådana känslor.',
  find: 'Hitta en känsla',
  add: 'Lägg till en känsla',
  nameExample: 'Till exempel Trygg',
  unnamed: 'En ny känsla',
  nameIt: 'Ge den nya känslan ett namn.',
  ready: 'Färdiga att använda',
  take: (name) => `Lägg till ”${name}”`,
  words: 'Ord som säger att den kändes, åtskilda med komma',
  opposites: 'Ord som säger att den saknades',
  remove: 'Ta bort känslan',
  save: 'Använd dessa känslor',
  none: 'Inga känslor valda ännu',
  noneHint:
    'Välj bland dem som är färdiga eller lägg till en egen. Hela historiken läses på en gång, och ni ser först vad som skulle ändras.',
  title: 'Känslor ni vill ge',
  share: (share) => `${share} av dem som skrev kände minst en av dem.`,
  byWords: 'känns igen på era ord',
  felt: 'kändes',
  missed: 'saknades',
  counts: (felt, missed) => `${felt} kände den, ${missed} saknade den`,
  edit: 'Välj känslor',
  feeling: 'Känsla',
  suggestedMissed: (word) => `Lägg till ”${word}” i det som säger att den saknades`,
};
