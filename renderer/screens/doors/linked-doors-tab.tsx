import { Checkbox } from '@mantine/core';
import type { DoorRow } from '#api/views';
import type { DoorId } from '#domain/ids';
import { portal } from '../../channel/portal-client.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import type { DoorTabProps } from './door-info-tab.tsx';
import { sortDoors } from './door-list.ts';
import styles from './doors.module.css';
import { useDraft } from '../../components/use-draft.ts';
import { SaveFoot } from './save-foot.tsx';
import { linkedDoorsTexts as texts } from './sentences.ts';

/** The common doors that a key for this door opens as well. */
export function LinkedDoorsTab({ door, mayEdit }: DoorTabProps) {
  const doors = useAnswer(['doors', 'list'], () => portal.doors.list.query());
  const draft = useDraft(
    { linkedDoorIds: door.linkedDoors.map((linked): DoorId => linked.id) },
    door.version,
    ({ linkedDoorIds }, version) => portal.doors.setLinkedDoors.mutate({ doorId: door.id, version, linkedDoorIds }),
  );
  const { linkedDoorIds } = draft.value;
  const others = sortDoors(
    (doors.data ?? []).filter((other) => other.id !== door.id),
    'name',
    false,
  );
  const given = door.linkedDoors.filter((linked) => !linkedDoorIds.includes(linked.id)).map((linked) => linked.name);
  const group = (label: string, members: readonly DoorRow[]) =>
    members.length === 0 ? null : (
      <fieldset className={styles['checks']}>
        <legend>{label}</legend>
        {members.map((other) => (
          <Checkbox
            key={other.id}
            label={other.name}
            checked={linkedDoorIds.includes(other.id)}
            disabled={!mayEdit}
            onChange={(event) =>
              draft.change({
                linkedDoorIds: event.currentTarget.checked
                  ? [...linkedDoorIds, other.id]
                  : linkedDoorIds.filter((one) => one !== other.id),
              })
            }
          />
        ))}
      </fieldset>
    );
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        draft.save();
      }}
    >
      <p className={styles['words']}>{texts.meaning}</p>
      {others.length === 0 ? <p className={styles['words']}>{texts.none}</p> : null}
      {group(
        texts.common,
        others.filter((other) => !isRoom(other)),
      )}
      {group(
        texts.rooms,
        others.filter((other) => isRoom(other)),
      )}
      {given.length === 0 ? null : <p className={styles['harm']}>{texts.harm(given)}</p>}
      <SaveFoot draft={draft} mayEdit={mayEdit} />
    </form>
  );
}

function isRoom(door: DoorRow): boolean {
  return door.type === 'private-room' || door.type === 'shared-room';
}
