import type { KeycardRow } from '#api/keycards';
import type { ZoneName } from '#domain/time/time';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { cardName } from '../../text/encode.ts';
import { stateConsequence, stateQuestions } from './sentences.ts';
import { AddCardDialog } from './add-card-dialog.tsx';
import { HistoryDialog } from './history-dialog.tsx';

type NewState = keyof typeof stateQuestions;
/** What is asked about one card of the stock. */
export type CardQuestion = { readonly ask: 'history' | 'rename' | NewState; readonly row: KeycardRow };

export interface CardDialogsProps {
  readonly asked: CardQuestion | null;
  readonly zone: ZoneName;
  readonly onClose: () => void;
}

export function CardDialogs({ asked, zone, onClose }: CardDialogsProps) {
  if (asked === null) return null;
  if (asked.ask === 'history') return <HistoryDialog card={asked.row} zone={zone} onClose={onClose} />;
  if (asked.ask === 'rename') return <AddCardDialog card={asked.row} onClose={onClose} />;
  return <StateDialog state={asked.ask} row={asked.row} onClose={onClose} />;
}

function StateDialog({
  state,
  row,
  onClose,
}: {
  readonly state: NewState;
  readonly row: KeycardRow;
  readonly onClose: () => void;
}) {
  const card = cardName(row);
  const change = useAct(() => portal.keycards.setState.mutate({ keycardId: row.id, version: row.version, state }), {
    done: onClose,
  });
  return (
    <ConfirmDialog
      opened
      title={stateQuestions[state].title(card)}
      consequence={stateConsequence(state, card, row.holder)}
      confirm={stateQuestions[state].confirm}
      danger={state !== 'available'}
      pending={change.pending}
      failure={change.failure}
      onClose={onClose}
      onConfirm={() => void change.run(undefined)}
    />
  );
}
