import { startDemo, type RunningDemo } from './e2e-office.ts';
import { test as base } from './e2e-portal.ts';

/** A demo hotel of the story's own, where the other stories need theirs as it is. */
export const test = base.extend<{ readonly ownDemo: RunningDemo }>({
  ownDemo: async ({ folder }, use) => {
    const demo = await startDemo(folder);
    await use(demo);
    await demo.stop();
  },
});

export { expect } from './e2e-portal.ts';
