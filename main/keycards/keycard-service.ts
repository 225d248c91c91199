import type { KeycardServices } from '#api/keycards';
import { AppError } from '#domain/failure';
import type { Base } from '#main/base';

/** The stock of cards, and which person holds which. */
export function keycardService(_base: Base): KeycardServices {
  const comes = async (): Promise<never> => {
    throw new AppError('internal', 'keycards are being built');
  };
  return {
    list: comes,
    details: comes,
    add: comes,
    importCsv: comes,
    rename: comes,
    setState: comes,
    choices: comes,
    set: comes,
    remove: comes,
  };
}
