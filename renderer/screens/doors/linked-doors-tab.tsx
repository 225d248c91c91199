import { Checkbox } from '@mantine/core';
import type { DoorRow } from '#api/views';
import type { DoorId } from '#domain/ids';
import { portal } from '../../channel/portal-client.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import type { DoorTabProps } from './door-info-tab.tsx';
import { sortDoors } from './door-list.ts';
import styles from './doors.module.css';
import { SaveFoot, useDraft, useSave } from './save-foot.tsx';
import { linkedDoorsTexts as texts } from './sentences.ts';

/** The common doors that a key for this door opens as well. */
export function LinkedDoorsTab({ door, mayEdit }: DoorTabProps) {
  const doors = useAnswer(['doors', 'list'], () => portal.doors.list.query());
  const draft = useDraft<readonly DoorId[]>(
    door.linkedDoors.map((linked) => linked.id),
    door.version,
  );
  const save = useSave(draft, (linkedDoorIds: DoorId[]) =>
    portal.doors.setLinkedDoors.mutate({ doorId: door.id, version: draft.version, linkedDoorIds }),
  );
  const others = sortDoors(
    (doors.data ?? []).filter((other) => other.id !== door.id),
    'name',
    false,
  );
  const given = door.linkedDoors.filter((linked) => !draft.value.includes(linked.id)).map((linked) => linked.name);
  const group = (label: string, members: readonly DoorRow[]) =>
    members.length === 0 ? null : (
      <fieldset className={styles['checks']}>
        <legend>{label}</legend>
        {members.map((other) => (
          <Checkbox
            key={other.id}
            label={other.name}
            checked={draft.value.includes(other.id)}
            disabled={!mayEdit}
            onChange={(event) =>
              draft.change(
                event.currentTarget.checked
                  ? [...draft.value, other.id]
                  : draft.value.filter((one) => one !== other.id),
              )
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
        save.run([...draft.value]);
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
      <SaveFoot {...save} mayEdit={mayEdit} />
    </form>
  );
}

function isRoom(door: DoorRow): boolean {
  return door.type === 'private-room' || door.type === 'shared-room';
}
