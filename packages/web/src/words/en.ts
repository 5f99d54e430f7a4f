export * as access from './en/access.ts';
export * as act from './en/act.ts';
export * as collect from './en/collect.ts';
export * as discover from './en/discover.ts';
export * as drivers from './en/drivers.ts';
export * as explore from './en/explore.ts';
export * as frame from './en/frame.ts';
<<<<<<< Updated upstream
export * as imports from './en/imports.ts';
export * as privacy from './en/privacy.ts';
=======
export * as identity from './en/identity.ts';
>>>>>>> Stashed changes
export * as settings from './en/settings.ts';
export * as support from './en/support.ts';
export * as terms from './en/terms.ts';
export * as ui from './en/ui.ts';
export * as understand from './en/understand.ts';
export * as unify from './en/unify.ts';
