import { defineConfig } from '@playwright/test';

const chromium = process.env['PORTAL_CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * The clerk's day in a real Chromium (npm test -- e2e). Each of the two workers has one demo hotel, which its stories
 * share as a desk does. One that fails is told once more in a hotel of its own: what fails there fails; what only met
 * another story is named as flaky, and fails the run as well (decision 0007). Two: a story mostly waits for locks, and all of them one after the other take a
 * quarter of an hour.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    launchOptions: { executablePath: chromium },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
