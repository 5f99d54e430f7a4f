// The mails that access itself sends: an invitation and a forgotten password.
import type { Locale } from '@lyhord/contract';
import { type RenderedLetter, renderLetter } from './letter.ts';

interface Words {
  readonly invitation: (workspace: string, by: string) => { subject: string; text: string };
  readonly accept: string;
  readonly invitationEnds: string;
  readonly reset: { subject: string; text: string; label: string; foot: string };
}

const words: Record<Locale, Words> = {
  en: {
    invitation: (workspace, by) => ({
      subject: `You are invited to ${workspace} on Lyhörd`,
      text: `${by} invites you to ${workspace}. Choose a password, and you can see what customers say and help put it right.`,
    }),
    accept: 'Accept the invitation',
    invitationEnds:
      'The invitation is valid for seven days. If you did not expect it, you can ignore this mail.',
    reset: {
      subject: 'Choose a new password',
      text: 'Somebody, most likely you, asked for a new password on Lyhörd. With this link you choose one.',
      label: 'Choose a new password',
      foot: 'The link works once, within one hour. If you did not ask for it, you can ignore this mail: nothing has changed.',
    },
  },
  sv: {
    invitation: (workspace, by) => ({
      subject: `Du är inbjuden till ${workspace} på Lyhörd`,
      text: `${by} bjuder in dig till ${workspace}. Välj ett lösenord, så kan du se vad kunderna säger och hjälpa till att rätta till det.`,
    }),
    accept: 'Tacka ja till inbjudan',
    invitationEnds: 'Inbjudan gäller i sju dagar. Väntade du dig den inte kan du bortse från det här mejlet.',
    reset: {
      subject: 'Välj ett nytt lösenord',
      text: 'Någon, troligen du, har bett om ett nytt lösenord på Lyhörd. Med den här länken väljer du ett.',
      label: 'Välj ett nytt lösenord',
      foot: 'Länken fungerar en gång, inom en timme. Bad du inte om den kan du bortse från mejlet: inget har ändrats.',
    },
  },
  da: {
    invitation: (workspace, by) => ({
      subject: `Du er inviteret til ${workspace} på Lyhörd`,
      text: `${by} inviterer dig til ${workspace}. Vælg en adgangskode, så kan du se, hvad kunderne siger, og hjælpe med at gøre det godt igen.`,
    }),
    accept: 'Tag imod invitationen',
    invitationEnds: 'Invitationen gælder i syv dage. Ventede du den ikke, kan du se bort fra denne mail.',
    reset: {
      subject: 'Vælg en ny adgangskode',
      text: 'Nogen, sandsynligvis dig, har bedt om en ny adgangskode på Lyhörd. Med dette link vælger du en.',
      label: 'Vælg en ny adgangskode',
      foot: 'Linket virker én gang inden for en time. Bad du ikke om det, kan du se bort fra denne mail: intet er ændret.',
    },
  },
};

export function invitationLetter(
  locale: Locale,
  invitation: { workspace: string; by: string; link: string },
): RenderedLetter {
  const { subject, text } = words[locale].invitation(invitation.workspace, invitation.by);
  return renderLetter({
    subject,
    paragraphs: [text],
    link: { label: words[locale].accept, url: invitation.link },
    foot: words[locale].invitationEnds,
  });
}

export function resetLetter(locale: Locale, link: string): RenderedLetter {
  const { subject, text, label, foot } = words[locale].reset;
  return renderLetter({ subject, paragraphs: [text], link: { label, url: link }, foot });
}
