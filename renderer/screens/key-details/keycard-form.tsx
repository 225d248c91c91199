import type { KeycardView } from '#api/keycards';
import type { KeyDetails, KeyPersonView } from '#api/views';
import type { CredentialId, KeycardId } from '#domain/ids';
import type { AllocationPolicy } from '#domain/key/key';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { useSeed } from '../../components/use-draft.ts';
import { useKeycardChoices } from '../../components/use-keycard-choices.ts';
import { keycardActTexts as texts } from './act-sentences.ts';
import { nameOf } from './key-act.ts';
import { KeycardDialog } from './keycard-dialog.tsx';
import type { Said } from './said-note.tsx';

export interface KeycardFormProps {
  readonly details: KeyDetails;
  readonly person: KeyPersonView;
  /** null: one more card, or the first one. */
  readonly keycard: KeycardView | null;
  /** Where the keyboard begins: at the policy, or, for Replace, at the card. */
  readonly start: 'policy' | 'card';
  readonly onDone: (done: KeycardDone) => void;
  readonly onClose: () => void;
}

export interface KeycardDone {
  readonly text: string;
  readonly version: number;
  readonly tone: Said['tone'];
  /** Beside which it is said; null: the person has no card. */
  readonly credentialId: CredentialId | null;
}

/** Assigns or replaces a keycard of the key as it was when the form opened: an edit made meanwhile is refused. */
export function KeycardForm({ details, person, keycard, start, onDone, onClose }: KeycardFormProps) {
  const { seed, showNow } = useSeed(details);
  const credentialId = keycard?.credentialId ?? null;
  const choices = useKeycardChoices({ keyId: seed.id, credentialId });
  const save = useAct(async (wish: { readonly policy: AllocationPolicy; readonly keycardId: KeycardId | null }) => {
    const edit = { keyId: seed.id, version: seed.version, personId: person.personId };
    const { version } = await portal.keycards.set.mutate({ ...edit, credentialId, ...wish });
    const { people } = await portal.keys.details.query({ keyId: seed.id });
    const cards = people.flatMap((one) => (one.personId === person.personId ? one.keycards : []));
    const card = cards.find((one) => one.credentialId === credentialId) ?? cards.at(-1);
    const isThere = card?.keycardId != null;
    const added = cards.filter(({ kind }) => kind === 'usual').length > 1 ? texts.done.added : texts.done.assigned;
    const text = keycard === null ? added : texts.done.replaced;
    onDone({
      text: isThere ? text : texts.done.none,
      version,
      tone: isThere ? 'done' : 'failed',
      credentialId: card?.credentialId ?? null,
    });
  });
  return (
    <KeycardDialog
      key={seed.version}
      owner={nameOf(person)}
      keycard={keycard}
      choices={choices.choices}
      onSearch={choices.onSearch}
      start={start}
      pending={save.pending}
      failure={save.failure ?? choices.failure}
      onUpdate={(wish) => void save.run(wish)}
      onShowNow={() => {
        save.reset();
        showNow();
      }}
      onClose={onClose}
    />
  );
}
