import { defineConfig } from '@playwright/test';

const chromium = process.env['PORTAL_CHROMIUM'] ?? '/usr/bin/chromium';

/** The clerk's day in a real Chromium (npm test -- e2e). Each test starts its own hotel on a free port. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    launchOptions: { executablePath: chromium },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
