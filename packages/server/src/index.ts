export {
  besidePeers,
  changeDetectionFigures,
  driverRecovery,
  leagueFalseClaims,
  npsCoverage,
  shrinkageErrorRatio,
} from '@lyhord/stats';
export { type OlistFigures, olistFiguresIn } from './collect/index.ts';
export { type RunningServer, type ServerOptions, startServer } from './main.ts';
export { type BackupReport, backupDataDirectory, restoreDataDirectory } from './operator/back-up.ts';
export {
  type Measured,
  type MeasuredFree,
  measureQuestions,
} from './operator/bench-questions/measure-questions.ts';
export { type MeasuredSegments, measureSegments } from './operator/bench-questions/measure-segments.ts';
export { takeMigrationsBack } from './operator/earlier-schema.ts';
export { examine, type Finding } from './operator/examine.ts';
export { type ImportDone, type ImportOrder, importFiles } from './operator/import-files.ts';
export { resolveIdentities } from './operator/resolve-identities.ts';
export { scanDataDirectory } from './operator/scan-files.ts';
export { storeHistory } from './operator/stored-history.ts';
export { bareInsertRate, storeMessages } from './operator/stored-messages.ts';
export { storeProfiles } from './operator/stored-profiles.ts';
export { type WholeData, wholeDataIn } from './operator/whole-data.ts';
export { measureStores } from './platform/bench/measure-stores.ts';
export { StartupError } from './platform/startup-error.ts';
export { type AirportFigures, airportFiguresIn } from './understand/index.ts';
export { measureFebrl, measureHouseholds } from './unify/bench/measure-matching.ts';
export {
  ask as askPlanted,
  type PlantedCustomer,
  type PlantingSession,
  plantCustomer,
  plantingSession,
  readProfileAtHand,
  send as sendPlanted,
} from './unify/privacy/proof/plant-customer.ts';
