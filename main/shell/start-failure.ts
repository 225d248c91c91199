import { AppError, type FailureCode } from '#domain/failure';

/** What the one line on the screen says when Portal cannot start: what happened and what to do. */
export function startFailure(error: unknown, place: { readonly dataFolder: string; readonly port?: number }): string {
  if (!(error instanceof AppError)) return `Portal could not start: ${messageOf(error)}`;
  const sentence = sentences[error.code]?.(place);
  return sentence === undefined ? `Portal could not start: ${error.message}` : `${sentence} (${error.message})`;
}

const sentences: Partial<
  Record<FailureCode, (place: { readonly dataFolder: string; readonly port?: number }) => string>
> = {
  'data-folder-in-use': ({ dataFolder }) =>
    `Portal is already running on the data folder ${dataFolder}. Use that one, or stop it first.`,
  'data-folder-unwritable': ({ dataFolder }) =>
    `Portal cannot write to the data folder ${dataFolder}. Give this account write access, or choose another folder with --data.`,
  'data-damaged': ({ dataFolder }) =>
    `The data in ${dataFolder} is damaged, or part of it is missing. Nothing was changed. Restore a good copy, then start again. To begin a new hotel instead, move that folder away first.`,
  'data-too-new': ({ dataFolder }) =>
    `The data in ${dataFolder} was written by a newer version of Portal. Install that version, then start again.`,
  'port-in-use': ({ port }) =>
    `Port ${String(port ?? '')} is in use by another program. Stop it, or choose another port with --port.`,
  'disk-write-failed': ({ dataFolder }) =>
    `Writing to ${dataFolder} failed. Make sure the disk is not full, then start again.`,
};

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
