import { rm } from 'node:fs/promises';

/** After a program that worked in it has ended: one that it started may need a moment more, and still write meanwhile. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
