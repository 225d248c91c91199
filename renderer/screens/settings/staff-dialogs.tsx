import { useState } from 'react';
import type { OneTimeCode, StaffRow } from '#api/staff-views';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { InviteDialog, OneTimeCodeDialog } from './invite-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';
import styles from './settings.module.css';
import { staffText as text } from './staff-sentences.ts';

/** What is asked about whom. */
export type StaffQuestion =
  { readonly kind: 'invite' } | { readonly kind: 'role' | 'reset' | 'disable' | 'enable'; readonly member: StaffRow };

export interface StaffDialogsProps {
  readonly question: StaffQuestion | null;
  /** Whether Owner is offered as a role; the desk refuses it from anybody else in any case. */
  readonly mayAppointOwner: boolean;
  readonly onClose: () => void;
}

export function StaffDialogs({ question, mayAppointOwner, onClose }: StaffDialogsProps) {
  const [code, setCode] = useState<OneTimeCode | null>(null);
  const made = (answer: OneTimeCode) => {
    onClose();
    setCode(answer);
  };
  return (
    <>
      {question?.kind === 'invite' ? (
        <InviteDialog mayAppointOwner={mayAppointOwner} onMade={made} onClose={onClose} />
      ) : null}
      {question?.kind === 'role' ? (
        <RoleDialog member={question.member} mayAppointOwner={mayAppointOwner} onClose={onClose} />
      ) : null}
      {question?.kind === 'reset' ? <ResetDialog member={question.member} onMade={made} onClose={onClose} /> : null}
      {question?.kind === 'disable' || question?.kind === 'enable' ? (
        <AccessDialog member={question.member} kind={question.kind} onClose={onClose} />
      ) : null}
      <OneTimeCodeDialog code={code} onClose={() => setCode(null)} />
    </>
  );
}

interface ResetDialogProps {
  readonly member: StaffRow;
  readonly onMade: (code: OneTimeCode) => void;
  readonly onClose: () => void;
}

function ResetDialog({ member, onMade, onClose }: ResetDialogProps) {
  const { id: staffId, version, name } = member;
  const reset = useAct(() => portal.staff.reset.mutate({ staffId, version }), { done: onMade });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={text.resetTitle(name)}
      consequence={<Sentences of={text.resetWords} />}
      confirm={text.make}
      onConfirm={() => void reset.run(undefined)}
      pending={reset.pending}
      failure={reset.failure}
    />
  );
}

interface AccessDialogProps {
  readonly member: StaffRow;
  readonly kind: 'disable' | 'enable';
  readonly onClose: () => void;
}

function AccessDialog({ member, kind, onClose }: AccessDialogProps) {
  const { id: staffId, version, name } = member;
  const act = useAct(() => portal.staff[kind].mutate({ staffId, version }), { done: onClose });
  const disables = kind === 'disable';
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={disables ? text.disableTitle(name) : text.enableTitle(name)}
      consequence={<Sentences of={disables ? text.disableWords : text.enableWords} />}
      confirm={disables ? text.disable : text.enable}
      danger={disables}
      onConfirm={() => void act.run(undefined)}
      pending={act.pending}
      failure={act.failure}
    />
  );
}

function Sentences({ of: sentences }: { readonly of: readonly string[] }) {
  return (
    <ul className={styles['consequences']}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
