import type { KeycardView } from '#api/keycards';
import type { KeyDetails, KeyPersonView } from '#api/views';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { cardName } from '../../text/keycards.ts';
import { keycardActTexts as texts } from './act-sentences.ts';
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
  const isLost = act === 'lost';
  const lost = () => [texts.lostConsequence(card), staysWith(owner, person, keycard), texts.ifFound];
  const takenBack = () => [texts.takeBackConsequence(card), ...(isOnly ? [texts.takeBackLast(owner)] : [])];
  const oneShot = () => [isLost ? texts.oneShotLost(card, owner) : texts.oneShotTakenBack(card)];
  const usual = () => (isLost ? lost() : takenBack());
  const lostDone = isOneShot ? texts.done.oneShotLost : texts.done.lost;
  return (
    <ConfirmDialog
      opened
      title={isLost ? texts.lostTitle(card) : texts.takeBackTitle(card)}
      consequence={(isOneShot ? oneShot() : usual()).join(' ')}
      confirm={isLost ? texts.lostConfirm : texts.takeBackConfirm}
      danger
      pending={perform.pending}
      failure={perform.failure}
      onClose={onClose}
      onConfirm={() => {
        void perform.run(undefined).then((version) => {
          if (version !== undefined) onDone(isLost ? lostDone : texts.done.takenBack, version);
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

/** What the person still opens doors with: the doorcode, "Card 12", both or nothing. */
function staysWith(owner: string, person: KeyPersonView, lost: KeycardView): string {
  const cards = person.keycards
    .filter((one) => one.credentialId !== lost.credentialId && one.state === 'assigned')
    .map(cardName);
  const hasCode = person.doorcode?.assigned === true;
  if (cards.length === 0) return hasCode ? texts.keepsDoorcode(owner) : texts.nothingElse(owner);
  return hasCode ? texts.keepsDoorcodeAndCards(owner, cards) : texts.keepsCards(owner, cards);
}
