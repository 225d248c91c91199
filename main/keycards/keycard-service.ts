import type { KeycardServices } from '#api/keycards';
import type { Base } from '#main/base';
import { assignKeycard, keycardChoices, takeKeycardBack } from './assign-keycards.ts';
import { importKeycards } from './import-keycards.ts';
import { keycardDetails, listKeycards } from './list-keycards.ts';
import { addKeycard, renameKeycard, setKeycardState } from './stock.ts';

/** The stock of cards, and which person holds which. */
export function keycardService(base: Base): KeycardServices {
  const { store } = base;
  return {
    list: (input) => store.read((view) => listKeycards(view, input)),
    details: (id) => store.read((view) => keycardDetails(view, id)),
    choices: (input) => store.read((view) => keycardChoices(view, input)),
    add: (input, by) => addKeycard(base, input, by),
    importCsv: (input, by) => importKeycards(base, input, by),
    rename: (input, by) => renameKeycard(base, input, by),
    setState: (input, by) => setKeycardState(base, input, by),
    set: (input, by) => assignKeycard(base, input, by),
    remove: (input, by) => takeKeycardBack(base, input, by),
  };
}
