// Promise: a mail that answers a letter about a case is known by the token that the letter carried in its thread. Only the
// form is looked at here; whether the token is genuine is checked by those who open cases.
const token = /(?:^|[<.\s])case\.([0-9a-f-]{36}\.[0-9a-f]{32})@/i;

/** Begins the conversation of a signal that answers a letter about a case; the token follows. */
export const caseConversation = 'case:';

/** The name of a case's thread, as the local part of a message id carries it. */
export const caseThread = (caseToken: string): string => `case.${caseToken}`;

/** The conversation that these message ids belong to, or null where none of them is a case's. */
export function caseConversationOf(messageIds: readonly (string | undefined)[]): string | null {
  const found = messageIds.flatMap((ids) => token.exec(ids ?? '')?.[1]?.toLowerCase() ?? [])[0];
  return found === undefined ? null : `${caseConversation}${found}`;
}
