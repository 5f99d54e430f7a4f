export type {
  Access,
  DemoPerson,
  Member,
  NewWorkspace,
  Settings,
  SourceKind,
  SourceRow,
  Workspace,
} from './access.ts';
export { createAccess } from './create-access.ts';
export { escapeHtml, type Letter, oneLine, type RenderedLetter, renderLetter } from './letters/letter.ts';
export { accessLedgerMigrations } from './migrations.ts';
export {
  impersonal,
  isPersonal,
  type PersonalStores,
  type PersonalTable,
  type PersonTraces,
  type TableDeclaration,
} from './personal-data/personal-table.ts';
export { accessTables } from './personal-data.ts';
export {
  eventScope,
  ledgerPlaceScope,
  maskedContact,
  maySeeContacts,
  maySeePlace,
  serviceScope,
  shownIdentifier,
  shownName,
  shownText,
  signalScope,
  workspaceScope,
} from './policy.ts';
export { seal, unseal } from './secrets/sealed.ts';
export { isRestricted, publicViewer, systemViewer, type Viewer } from './viewer.ts';
export { noteWithheld, notWithheld } from './withheld.ts';
