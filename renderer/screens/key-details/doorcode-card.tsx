import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCircleOff, IconEye, IconEyeOff, IconPencil, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DoorcodeView } from '#api/views';
import { isInOrder } from '#domain/situation/doorcode-state';
import { doorcodeStateIcons } from '../../components/doorcode-state.tsx';
import { StateTag } from '../../components/state-tag.tsx';
import {
  doorcodeTexts,
  doorcodeTone,
  summaryText,
  summaryTooltip,
  unassignedTexts,
  whyUnassigned,
} from '../../text/doorcode.ts';
import { groupedCode } from '../../text/format.ts';
import { doorcodeActTexts as texts } from './act-sentences.ts';
import styles from './credential-card.module.css';
import { CredentialCard } from './credential-card.tsx';

export interface DoorcodeCardProps {
  /** Whose doorcode, where a key has several people. */
  readonly owner: string | null;
  readonly doorcode: DoorcodeView;
  /** The person has a keycard that works. */
  readonly hasCard: boolean;
  /** The digits while they are shown; null: hidden behind dots. */
  readonly shown: string | null;
  readonly pending: boolean;
  /** False for a key that is over: nothing can be changed any more. */
  readonly editable: boolean;
  /** What else can be done about the person; null: nothing. */
  readonly menu: ReactNode;
  /** What came of the last act. */
  readonly said: ReactNode;
  readonly onShow: () => void;
  readonly onHide: () => void;
  readonly onEdit: () => void;
  readonly onRegenerate: () => void;
  readonly onSwitchOff: () => void;
}

/** One person's doorcode. Double-click, Enter or the pencil opens its allocation; the circle draws a new code. */
export function DoorcodeCard(props: DoorcodeCardProps) {
  const { doorcode, owner, shown, editable } = props;
  const title = owner === null ? doorcodeTexts.title : doorcodeTexts.titleOf(owner);
  return (
    <CredentialCard
      title={title}
      end={
        <>
          <SummaryTag doorcode={doorcode} hasCard={props.hasCard} />
          {props.menu}
        </>
      }
      onEdit={editable ? props.onEdit : null}
      acts={editable ? <Acts {...props} /> : null}
      said={props.said}
    >
      {doorcode.assigned ? (
        <p className={styles['code']}>
          <span className={styles['digits']} data-hidden={shown === null || undefined}>
            {groupedCode(shown ?? '•'.repeat(doorcode.length))}
          </span>
          <Tooltip label={shown === null ? texts.show : texts.hidesItself}>
            <ActionIcon
              size={30}
              aria-label={shown === null ? texts.show : texts.hide}
              loading={props.pending}
              onClick={shown === null ? props.onShow : props.onHide}
              onDoubleClick={(event) => event.stopPropagation()}
            >
              {shown === null ? <IconEye size={18} aria-hidden /> : <IconEyeOff size={18} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        </p>
      ) : null}
      <p className={styles['policy']}>{policyLine(doorcode)}</p>
    </CredentialCard>
  );
}

type ActsProps = Pick<DoorcodeCardProps, 'onRegenerate' | 'onEdit' | 'onSwitchOff'>;

function Acts({ onRegenerate, onEdit, onSwitchOff }: ActsProps) {
  return (
    <>
      <Tooltip label={texts.regenerate}>
        <Button
          leftSection={<IconRefresh size={15} aria-hidden />}
          aria-label={texts.regenerate}
          onClick={onRegenerate}
        >
          {texts.regenerateShort}
        </Button>
      </Tooltip>
      <Button leftSection={<IconPencil size={15} aria-hidden />} aria-label={texts.edit} onClick={onEdit}>
        {texts.editShort}
      </Button>
      <Button leftSection={<IconCircleOff size={15} aria-hidden />} aria-label={texts.switchOff} onClick={onSwitchOff}>
        {texts.switchOffShort}
      </Button>
    </>
  );
}

function SummaryTag({ doorcode, hasCard }: Pick<DoorcodeCardProps, 'doorcode' | 'hasCard'>) {
  const { summary } = doorcode;
  const state = doorcode.assigned ? summary.worst : 'no-doorcode-assigned';
  const { unassigned } = doorcode;
  const tooltip = summaryTooltip({ worst: state, unassigned });
  return (
    <StateTag
      tone={summary.doors === 0 && doorcode.assigned ? 'neutral' : doorcodeTone(state, { unassigned, hasCard })}
      icon={doorcodeStateIcons[state]}
      {...(tooltip === null ? {} : { tooltip })}
    >
      {summaryText({ ...summary, worst: state })}
    </StateTag>
  );
}

function policyLine(doorcode: DoorcodeView): string {
  if (doorcode.unassigned !== null && !doorcode.assigned) {
    const { unassigned } = doorcode;
    // Nothing above the cards says what to do about what is in order.
    return isInOrder(unassigned) ? whyUnassigned(unassigned) : unassignedTexts[unassigned].why;
  }
  const label = doorcodeTexts.policies[doorcode.policy].label;
  return doorcode.summary.doors > 1 ? `${label} · ${texts.sameOnAll}` : label;
}
