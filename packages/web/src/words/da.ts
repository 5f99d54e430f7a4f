export * as access from './da/access.ts';
export * as act from './da/act.ts';
export * as collect from './da/collect.ts';
export * as discover from './da/discover.ts';
export * as drivers from './da/drivers.ts';
export * as explore from './da/explore.ts';
export * as frame from './da/frame.ts';
<<<<<<< Updated upstream
export * as imports from './da/imports.ts';
export * as privacy from './da/privacy.ts';
=======
export * as identity from './da/identity.ts';
>>>>>>> Stashed changes
export * as settings from './da/settings.ts';
export * as support from './da/support.ts';
export * as terms from './da/terms.ts';
export * as ui from './da/ui.ts';
export * as understand from './da/understand.ts';
export * as unify from './da/unify.ts';
