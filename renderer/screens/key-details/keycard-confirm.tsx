import type { KeycardView } from '#api/keycards';
import type { KeyDetails, KeyPersonView } from '#api/views';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { cardName } from '../../text/encode.ts';
import {
  keycardText,
  lostConsequence,
  lostText,
  oneShotConsequence,
  takeBackConsequence,
  takeBackText,
} from '../../text/keycards.ts';
import { nameOf } from './key-act.ts';

export interface KeycardConfirmProps {
  readonly act: 'lost' | 'take-back';
  readonly keycard: KeycardView;
  readonly details: KeyDetails;
  readonly person: KeyPersonView;
  readonly onDone: (text: string, version: number | null) => void;
  readonly onClose: () => void;
}

/** A card is lost, or taken back: what ends by it and what the person keeps, then one confirmation. */
export function KeycardConfirm({ act, keycard, details, person, onDone, onClose }: KeycardConfirmProps) {
  const card = cardName(keycard);
  const owner = nameOf(person);
  const isOneShot = keycard.kind === 'one-shot';
  const isOnly = person.keycards.filter(({ kind }) => kind === 'usual').length === 1;
  const perform = useAct(async (): Promise<number | null> => {
    if (act === 'lost') return markLost(keycard);
    const { personId } = person;
    const edit = { keyId: details.id, version: details.version, personId, credentialId: keycard.credentialId };
    return (await portal.keycards.remove.mutate(edit)).version;
  });
  const words = act === 'lost' ? lostText : takeBackText;
  const usual = (): string =>
    act === 'lost'
      ? lostConsequence(card, owner, staysWith(person, keycard))
      : takeBackConsequence(card, owner, isOnly);
  const said = isOneShot && act === 'lost' ? lostText.oneShotDone : words.done;
  return (
    <ConfirmDialog
      opened
      title={words.title(card)}
      consequence={isOneShot ? oneShotConsequence(act, card, owner) : usual()}
      confirm={words.confirm}
      danger
      pending={perform.pending}
      failure={perform.failure}
      onClose={onClose}
      onConfirm={() => {
        void perform.run(undefined).then((version) => {
          if (version !== undefined) onDone(said, version);
        });
      }}
    />
  );
}

/** Lost is the card's own state: the key keeps its version, and there is nothing to undo but finding it. */
async function markLost({ keycardId }: KeycardView): Promise<null> {
  if (keycardId === null) return null;
  const { version } = await portal.keycards.details.query({ keycardId });
  await portal.keycards.setState.mutate({ keycardId, version, state: 'lost' });
  return null;
}

/** What the person still opens doors with: "the doorcode", "Card 12". */
function staysWith(person: KeyPersonView, lost: KeycardView): readonly string[] {
  const others = person.keycards.filter((one) => one.credentialId !== lost.credentialId && one.state === 'assigned');
  return [...(person.doorcode?.assigned === true ? [keycardText.theDoorcode] : []), ...others.map(cardName)];
}
