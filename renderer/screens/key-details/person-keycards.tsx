import { useState } from 'react';
import type { KeycardView } from '#api/keycards';
import type { KeyDetails, KeyPersonView } from '#api/views';
import { askEncoder, askToEncode } from '../../channel/encoder-asking.ts';
import { keycardActTexts as texts } from './act-sentences.ts';
import { nameOf } from './key-act.ts';
import { type KeycardAct, KeycardCard } from './keycard-card.tsx';
import { KeycardConfirm } from './keycard-confirm.tsx';
import { KeycardForm } from './keycard-form.tsx';
import { NoKeycardCard } from './no-credential-cards.tsx';
import { type Place, type Said, SaidNote } from './said-note.tsx';
import { useFocusBack } from './use-dialogs.ts';

export interface PersonKeycardsProps {
  readonly details: KeyDetails;
  readonly person: KeyPersonView;
  readonly editable: boolean;
  readonly said: Said | null;
  /** @param version What Undo names; null: it cannot be taken back. */
  readonly onDone: (place: Place, text: string, version: number | null, tone?: Said['tone']) => void;
}

interface Asked {
  readonly act: Exclude<KeycardAct, 'encode'>;
  /** null: the first card of a person who has none. */
  readonly keycard: KeycardView | null;
}

/** The cards that one person holds of this key, each with what can be done with it. */
export function PersonKeycards({ details, person, editable, said, onDone }: PersonKeycardsProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { remember, goBack } = useFocusBack();
  const owner = nameOf(person);
  const isNamed = details.people.length > 1;
  const usual = person.keycards.filter(({ kind }) => kind === 'usual');
  const oneShots = person.keycards.filter(({ kind }) => kind === 'one-shot');
  const usualTitle = (nth: number) => (isNamed ? texts.nthOf(nth, owner) : texts.nth(nth));
  const oneShotTitle = (nth: number) => (isNamed ? texts.nthOneShotOf(nth, owner) : texts.nthOneShot(nth));
  const placeOf = (card: Pick<KeycardView, 'credentialId'> | null): Place =>
    `keycard/${card?.credentialId ?? person.personId}`;

  function ask(next: Asked) {
    remember();
    setAsked(next);
  }

  function act(chosen: KeycardAct, keycard: KeycardView) {
    if (chosen !== 'encode') return ask({ act: chosen, keycard });
    const { personId } = person;
    askEncoder({ ask: 'encode', keyId: details.id, personId, credentialIds: [keycard.credentialId] });
  }

  function close() {
    setAsked(null);
    goBack();
  }

  const dialog = { details, person, onClose: close };
  return (
    <>
      {usual.length === 0 ? (
        <NoKeycardCard
          title={usualTitle(1)}
          owner={owner}
          hasOneShots={oneShots.length > 0}
          editable={editable}
          said={<SaidNote said={said} place={placeOf(null)} />}
          onAssign={() => ask({ act: 'edit', keycard: null })}
          onEncode={() => askToEncode(details.id, person.personId)}
        />
      ) : null}
      {[...usual, ...oneShots].map((keycard, index) => (
        <KeycardCard
          key={keycard.credentialId}
          title={index < usual.length ? usualTitle(index + 1) : oneShotTitle(index - usual.length + 1)}
          keycard={keycard}
          isOnly={usual.length === 1 && index === 0}
          editable={editable}
          said={<SaidNote said={said} place={placeOf(keycard)} />}
          onAct={(chosen) => act(chosen, keycard)}
        />
      ))}
      {(asked?.act === 'lost' || asked?.act === 'take-back') && asked.keycard !== null ? (
        <KeycardConfirm
          act={asked.act}
          keycard={asked.keycard}
          {...dialog}
          onDone={(text, version) => {
            close();
            onDone(placeOf(asked.keycard), text, version);
          }}
        />
      ) : null}
      {asked?.act === 'edit' || asked?.act === 'replace' || asked?.act === 'one-more' ? (
        <KeycardForm
          keycard={asked.act === 'one-more' ? null : asked.keycard}
          start={asked.act === 'replace' ? 'card' : 'policy'}
          {...dialog}
          onDone={({ text, version, tone, credentialId }) => {
            close();
            // One more card is told of beside itself, not beside the one that it was asked for at.
            onDone(placeOf(credentialId === null ? null : { credentialId }), text, version, tone);
          }}
        />
      ) : null}
    </>
  );
}
