import { defineConfig } from '@playwright/test';

const chromium = process.env['PORTAL_CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * The clerk's day in a real Chromium (npm test -- e2e). Each worker has one demo hotel, which its stories share as a desk
 * does. One that fails is told once more in a hotel of its own: what fails there fails; what only met another story is
 * named, and counted apart from what passed (decision 0007). A trace costs as much of the processor as the story itself: only the second telling is traced.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  // What comes from outside is looked for often: a story should not wait longer than the hotel does.
  expect: { timeout: 15_000, toPass: { intervals: [100] } },
  workers: 2,
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    // Nothing fades while a story looks: what is half there has the contrast of a ghost. keyboard and clerks-day-arrival keep the motion.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: chromium },
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
  },
});
