export * as access from './sv/access.ts';
export * as act from './sv/act.ts';
export * as collect from './sv/collect.ts';
export * as discover from './sv/discover.ts';
export * as drivers from './sv/drivers.ts';
export * as explore from './sv/explore.ts';
export * as frame from './sv/frame.ts';
<<<<<<< Updated upstream
export * as imports from './sv/imports.ts';
export * as privacy from './sv/privacy.ts';
=======
export * as identity from './sv/identity.ts';
>>>>>>> Stashed changes
export * as settings from './sv/settings.ts';
export * as support from './sv/support.ts';
export * as terms from './sv/terms.ts';
export * as ui from './sv/ui.ts';
export * as understand from './sv/understand.ts';
export * as unify from './sv/unify.ts';
