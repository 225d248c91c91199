import type { KeycardView } from '#api/keycards';
import type { KeyPersonView } from '#api/views';

/** The person's keycards, the first one first. */
export function keycardsOf(person: KeyPersonView): readonly KeycardView[] {
  return (person as { readonly keycards?: readonly KeycardView[] }).keycards ?? [];
}
