// For threads that make events for a fill: nothing of the server comes with it.
export { createPreparer } from './collect/preparing/prepare-events.ts';
export { type PreparedEvents, type PreparingPlan, transferOf } from './collect/preparing/prepared-events.ts';
