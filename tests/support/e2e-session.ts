import type { Page } from '@playwright/test';
import type { RunningDemo } from './e2e-office.ts';

/** @returns the session's token. */
export async function signIn({ address, owner }: RunningDemo): Promise<string> {
  const response = await fetch(`${address}/trpc/sessions.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(owner),
  });
  const { result } = (await response.json()) as { result: { data: { token: string } } };
  return result.data.token;
}

/** Opens Portal in a tab that is signed in, as after a reload. */
export async function enter(
  page: Page,
  portal: { readonly address: string; readonly token: string },
  path = '/',
): Promise<void> {
  await page.addInitScript((token) => sessionStorage.setItem('portal.session', token), portal.token);
  await page.goto(`${portal.address}/#${path}`);
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}
