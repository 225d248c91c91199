import { Link, useNavigate } from '@tanstack/react-router';
import type { KeyDetails, KeyPersonView, TimelineView } from '#api/views';
import type { DoorId, KeyId } from '#domain/ids';
import { isLive } from '#domain/key/key-status';
import type { ZoneName } from '#domain/time/time';
import { useNow } from '../../channel/desk-clock.ts';
import { askToEncode } from '../../channel/encoder-asking.ts';
import { type Failure, failureOf } from '../../channel/failure.ts';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { Page } from '../../components/page.tsx';
import { TimelinePanel } from '../../components/timeline-panel.tsx';
import { failureSentence } from '../../text/failures.ts';
import { sinceText } from '../../text/format.ts';
import { timelineTexts } from '../../text/timeline.ts';
import { words } from '../../text/words.ts';
import { ActDialog } from './act-dialog.tsx';
import { actTexts } from './act-sentences.ts';
import { AddPersonForm } from './add-person-form.tsx';
import { AttentionPanel } from './attention-panel.tsx';
import { attentionItems, type Fix } from './attention.ts';
import type { DoorChoice } from './door-menu.tsx';
import { nameOf, ownDoor, ownersOf } from './key-act.ts';
import styles from './key-details.module.css';
import { AllocationForm, EditDoorForm, PortalRoomForm } from './key-dialogs.tsx';
import { KeyDoors } from './key-doors.tsx';
import { KeyFacts, KeyHeaderActs } from './key-header.tsx';
import { NoDoorcodeCard } from './no-credential-cards.tsx';
import { PersonDoorcode } from './person-doorcode.tsx';
import { PersonKeycards } from './person-keycards.tsx';
import { PersonMenu } from './person-menu.tsx';
import { offerUndo, type Place, type Said, SaidNote, useSaid } from './said-note.tsx';
import { keyDetailsTexts as texts } from './sentences.ts';
import { StayCard } from './stay-card.tsx';
import { useDialogs } from './use-dialogs.ts';
import { AddDoorsForm, MoveRoomForm, StayForm } from './whole-key-dialogs.tsx';

export interface KeyDetailsPageProps {
  readonly details: KeyDetails;
  readonly timeline: readonly TimelineView[];
  readonly zone: ZoneName;
}

export function KeyDetailsPage({ details, timeline, zone }: KeyDetailsPageProps) {
  const now = useNow();
  const navigate = useNavigate();
  const { said, say } = useSaid();
  const { asked, form, ask, open, close } = useDialogs();
  const retry = useAct((doorId: DoorId | null) => retryNow(details.id, doorId));
  const live = isLive(details);

  async function tryNow(doorId: DoorId | null, place: Place) {
    const refused = (await retry.run(doorId)) ?? null;
    if (refused === null) say(place, actTexts.tryNow.done);
    else say(place, failureSentence(refused), 'failed');
  }

  function choose(choice: DoorChoice, { doorId }: { readonly doorId: DoorId }) {
    if (choice === 'edit-door' || choice === 'portal-room') open({ form: choice, doorId: ownDoor(details, doorId) });
    else if (choice === 'move-room') open({ form: choice, doorId });
    else if (choice === 'try-now') void tryNow(doorId, `door/${doorId}`);
    else if (choice === 'open-door') void navigate({ to: '/doors/$doorId', params: { doorId } });
    else ask({ act: choice, doorId });
  }

  function fix(found: Fix, place: Place) {
    if (found.act === 'try-now') void tryNow(found.doorId, place);
    else if (found.act === 'stay') open({ form: 'stay' });
    else if (found.act === 'map-room') void navigate({ to: '/doors' });
    else if (found.act === 'open-settings') void navigate({ to: '/settings', search: { tab: found.tab } });
    else if (found.act === 'encode') askToEncode(details.id, found.personId);
    else if (found.act === 'edit-doorcode') open({ form: 'allocation', personId: found.personId });
    else choose(found.act, found);
  }

  const dialog = {
    details,
    zone,
    onClose: close,
    onDone: (place: Place, text: string, version: number | null, tone?: Said['tone']) => {
      close();
      say(place, text, tone);
      if (version !== null) offerUndo({ keyId: details.id, version, said: text });
    },
  };
  const personMenu = (person: KeyPersonView) =>
    live ? (
      <PersonMenu
        name={nameOf(person)}
        isLast={details.people.length === 1}
        onRemove={() => ask({ act: 'remove-person', personId: person.personId })}
      />
    ) : null;
  const wholeKey = {
    details,
    zone,
    onClose: close,
    onDone: (text: string, version: number) => dialog.onDone('key', text, version),
  };
  const stay = <StayCard details={details} zone={zone} />;
  // A row holds three cards at 1366: past that the stay would stand alone in a row of its own.
  const isCrowded = details.people.reduce((sum, { keycards }) => sum + 1 + Math.max(1, keycards.length), 0) > 2;
  return (
    <Page
      title={ownersOf(details)}
      trail={
        <nav aria-label={words.trail} className={styles['trail']}>
          <Link to="/keys">{texts.keys}</Link> ›{' '}
          <Link to="/keys" search={{ tab: details.status }}>
            {texts.statuses[details.status]}
          </Link>
        </nav>
      }
      beside={<KeyFacts details={details} />}
      acts={
        <>
          <SaidNote said={said} place="key" />
          <KeyHeaderActs
            details={details}
            onAct={ask}
            onForm={(chosen) => open({ form: chosen })}
            onTryNow={() => void tryNow(null, 'key')}
          />
        </>
      }
    >
      <AttentionPanel
        items={attentionItems(details, (instant) => sinceText(instant, now, zone))}
        said={said}
        onFix={(found, item) => fix(found, `attention/${item.id}`)}
      />
      <div className={styles['cards']}>
        {details.people.map((person) => [
          person.doorcode === null ? (
            <NoDoorcodeCard
              key={person.personId}
              name={nameOf(person)}
              titled={details.people.length > 1 ? 'with-name' : 'plain'}
              editable={live}
              menu={personMenu(person)}
              said={<SaidNote said={said} place={`doorcode/${person.personId}`} />}
              onAdd={() => open({ form: 'allocation', personId: person.personId })}
            />
          ) : (
            <PersonDoorcode
              key={person.personId}
              keyId={details.id}
              person={person}
              doorcode={person.doorcode}
              owner={details.people.length > 1 ? nameOf(person) : null}
              editable={live}
              menu={personMenu(person)}
              said={said}
              onEdit={() => open({ form: 'allocation', personId: person.personId })}
              onRegenerate={() => ask({ act: 'regenerate', personId: person.personId })}
              onSwitchOff={() => ask({ act: 'remove-doorcode', personId: person.personId })}
            />
          ),
          <PersonKeycards
            key={`${person.personId}/keycards`}
            details={details}
            person={person}
            editable={live}
            said={said}
            onDone={dialog.onDone}
          />,
        ])}
        {isCrowded ? null : stay}
      </div>
      <div className={styles['columns']}>
        <KeyDoors details={details} zone={zone} said={said} onChoose={choose} />
        <div className={styles['aside']}>
          {isCrowded ? stay : null}
          <TimelinePanel
            exported={{
              file: timelineTexts.csvFile(ownersOf(details)),
              note: (entries) => portal.keys.timelineExported.mutate({ keyId: details.id, entries }),
            }}
            title={timelineTexts.title}
            entries={timeline}
            zone={zone}
            empty={timelineTexts.empty}
          />
        </div>
      </div>
      {asked === null ? null : (
        <ActDialog
          asked={asked}
          details={details}
          onClose={close}
          onDone={(done, version) => dialog.onDone(done.place, done.done, version)}
        />
      )}
      {form?.form === 'edit-door' ? <EditDoorForm opened={form} {...dialog} /> : null}
      {form?.form === 'portal-room' ? <PortalRoomForm opened={form} {...dialog} /> : null}
      {form?.form === 'stay' ? <StayForm {...wholeKey} /> : null}
      {form?.form === 'add-doors' ? <AddDoorsForm {...wholeKey} /> : null}
      {form?.form === 'move-room' ? <MoveRoomForm doorId={form.doorId} {...wholeKey} /> : null}
      {form?.form === 'add-person' ? (
        <AddPersonForm {...wholeKey} onDone={(text) => dialog.onDone('key', text, null)} />
      ) : null}
      {form?.form === 'allocation' ? <AllocationForm opened={form} {...dialog} /> : null}
    </Page>
  );
}

/** null when it was taken up; otherwise why not, to be said where it was clicked. */
async function retryNow(keyId: KeyId, doorId: DoorId | null): Promise<Failure | null> {
  try {
    await portal.keys.retryNow.mutate({ keyId, doorId });
    return null;
  } catch (refusal) {
    return failureOf(refusal);
  }
}
