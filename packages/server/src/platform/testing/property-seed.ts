// Property tests draw the same cases in every run, so that a red run is red again; LYHORD_TEST_SEED=random (or a number)
// draws others.
import fc from 'fast-check';

const wish = process.env.LYHORD_TEST_SEED ?? '1';
if (wish !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wish) });
