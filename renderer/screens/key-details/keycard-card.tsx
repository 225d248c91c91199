import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconCircleOff,
  IconCreditCard,
  IconCreditCardOff,
  IconDots,
  IconPencil,
  IconPlus,
  IconReplace,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { KeycardView } from '#api/keycards';
import { KeycardStandingTag } from '../../components/keycard-standing-tag.tsx';
import { endText } from '../../text/format.ts';
import { keycardTexts, noKeycardReasons, standingOf } from '../../text/keycards.ts';
import { keycardActTexts as texts } from './act-sentences.ts';
import styles from './credential-card.module.css';
import { CredentialCard } from './credential-card.tsx';

/** What can be asked of a keycard where it is shown. */
export type KeycardAct = 'edit' | 'replace' | 'encode' | 'lost' | 'one-more' | 'take-back';

export interface KeycardCardProps {
  /** `Keycard`, or `Keycard 2 · Amara Okafor`. */
  readonly title: string;
  readonly keycard: KeycardView;
  /** The only one of the person: taking it back switches the keycard off. */
  readonly isOnly: boolean;
  /** False for a key that is over: nothing can be changed any more. */
  readonly editable: boolean;
  /** What came of the last act. */
  readonly said: ReactNode;
  readonly onAct: (act: KeycardAct) => void;
}

/** One card of a person. Double-click, Enter or the pencil opens its allocation. */
export function KeycardCard({ title, keycard, isOnly, editable, said, onAct }: KeycardCardProps) {
  const standing = standingOf(keycard);
  const isOneShot = keycard.kind === 'one-shot';
  const edit = () => onAct('edit');
  return (
    <CredentialCard
      title={title}
      end={
        <>
          <KeycardStandingTag standing={standing} unassigned={keycard.unassigned} />
          {editable ? <More title={title} keycard={keycard} isOnly={isOnly} onAct={onAct} /> : null}
        </>
      }
      onEdit={editable && !isOneShot ? edit : null}
      acts={
        editable ? (
          <>
            {standing === 'lost' || standing === 'blocked' || standing === 'worn-out' ? null : (
              <Button
                leftSection={<IconCreditCard size={15} aria-hidden />}
                {...(standing === 'encode-again' || standing === 'not-finished' ? { variant: 'filled' } : {})}
                onClick={() => onAct('encode')}
              >
                {encodeWord(standing)}
              </Button>
            )}
            {isOneShot ? null : (
              <>
                <Button leftSection={<IconReplace size={15} aria-hidden />} onClick={() => onAct('replace')}>
                  {texts.replace}
                </Button>
                <Button leftSection={<IconPencil size={15} aria-hidden />} aria-label={texts.edit} onClick={edit}>
                  {texts.editShort}
                </Button>
              </>
            )}
          </>
        ) : null
      }
      said={said}
    >
      {keycard.number === null ? null : (
        <p className={styles['cardNumber']}>
          <strong>{keycard.number}</strong>
          <span>{[keycard.name, keycard.uidEnd === null ? '' : `…${keycard.uidEnd}`].filter(Boolean).join(' · ')}</span>
        </p>
      )}
      <p className={styles['policy']}>{factsOf(keycard)}</p>
    </CredentialCard>
  );
}

function More({ title, keycard, isOnly, onAct }: Pick<KeycardCardProps, 'title' | 'keycard' | 'isOnly' | 'onAct'>) {
  const isInUse = keycard.keycardId !== null && keycard.state === 'assigned';
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false} width={230}>
      <Menu.Target>
        <ActionIcon size={28} aria-label={texts.more(title)} onDoubleClick={(event) => event.stopPropagation()}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onDoubleClick={(event) => event.stopPropagation()}>
        {keycard.kind === 'one-shot' ? null : (
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onAct('one-more')}>
            {texts.oneMore}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconCreditCardOff size={16} aria-hidden />}
          disabled={!isInUse}
          {...(isInUse ? { c: 'var(--portal-bad)' } : {})}
          onClick={() => onAct('lost')}
        >
          {texts.lost}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCircleOff size={16} aria-hidden />}
          c="var(--portal-bad)"
          onClick={() => onAct('take-back')}
        >
          {isOnly ? texts.switchOff : texts.takeBack}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function encodeWord(standing: ReturnType<typeof standingOf>): string {
  if (standing === 'not-finished') return texts.finish;
  return standing === 'encode-again' || standing === 'encoded' ? texts.encodeAgain : texts.encode;
}

function factsOf(keycard: KeycardView): string {
  if (keycard.keycardId === null && keycard.unassigned !== null) return noKeycardReasons[keycard.unassigned].why;
  const { writing, locks, policy, kind } = keycard;
  const opens = writing?.state === 'issued' ? texts.opensUntil(endText(writing.until)) : null;
  const what = kind === 'one-shot' ? texts.opensOnce : keycardTexts.policies[policy].label;
  return [what, opens, locks.doors === 0 ? null : texts.locks(locks.provisioned, locks.doors)]
    .filter((fact) => fact !== null)
    .join(' · ');
}
