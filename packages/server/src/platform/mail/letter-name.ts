// The name of a letter's file in the outbox folder says whose letter it is: `2026-01-02T03-04-05-678Z-Ab3.<workspace>.eml`.

/** A workspace's id as a part of a file's name. */
const part = (workspaceId: string): string => encodeURIComponent(workspaceId).replaceAll('.', '%2E');

export const letterName = (unique: string, workspaceId: string | undefined): string =>
  workspaceId === undefined ? `${unique}.eml` : `${unique}.${part(workspaceId)}.eml`;

/** True for letters of the workspace, and for those that say nothing of whose they are, as earlier versions wrote them. */
export function mayBeLetterOf(name: string, workspaceId: string): boolean {
  const [, owner] = /\.([^.]+)\.eml$/.exec(name) ?? [];
  return owner === undefined || owner === part(workspaceId);
}
