import { MultiSelect } from '@mantine/core';
import type { SpaceId } from '#domain/ids';
import { mayDo } from '#domain/staff/permission';
import { portal } from '../../channel/portal-client.ts';
import { useMe } from '../../channel/use-desk.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import type { DoorTabProps } from './door-info-tab.tsx';
import { mappableRooms } from './door-list.ts';
import styles from './doors.module.css';
import { SaveFoot, useDraft, useSave } from './save-foot.tsx';
import { mappingTexts as texts } from './sentences.ts';

/** Which rooms of the PMS lead to this door; rooms without any door are offered first. */
export function MappingTab({ door, mayEdit }: DoorTabProps) {
  const me = useMe().data;
  const maySeeSettings = me !== undefined && me !== null && mayDo(me.role, 'edit-settings');
  const doors = useAnswer(['doors', 'list'], () => portal.doors.list.query());
  const settings = useAnswer(['settings', 'get'], () => portal.settings.get.query(), { enabled: maySeeSettings });
  const unmapped = settings.data?.unmappedSpaces ?? [];
  const draft = useDraft<readonly SpaceId[]>(
    door.spaces.map((space) => space.id),
    door.version,
  );
  const save = useSave(draft, (spaceIds: SpaceId[]) =>
    portal.doors.setMapping.mutate({ doorId: door.id, version: draft.version, spaceIds }),
  );
  const rooms = mappableRooms(doors.data ?? [door], unmapped, door.id);
  const taken = door.spaces.filter((space) => !draft.value.includes(space.id)).map((space) => space.name);
  const options = (isElsewhere: boolean) =>
    rooms
      .filter((room) => room.doors.length > 0 === isElsewhere)
      .map((room) => ({ value: room.id, label: isElsewhere ? `${room.name} → ${room.doors.join(', ')}` : room.name }));
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        save.run([...draft.value]);
      }}
    >
      <p className={styles['words']}>{texts.meaning}</p>
      <MultiSelect
        label={texts.rooms}
        placeholder={texts.placeholder}
        searchable
        hidePickedOptions
        readOnly={!mayEdit}
        nothingFoundMessage={texts.nothingFound}
        value={[...draft.value]}
        data={[
          { group: texts.withoutDoor, items: options(false) },
          { group: texts.withOtherDoor, items: options(true) },
        ]}
        onChange={(chosen) => draft.change(rooms.map((room) => room.id).filter((id) => chosen.includes(id)))}
      />
      {draft.value.length === 0 ? <p className={styles['words']}>{texts.noneChosen}</p> : null}
      {settings.data === undefined ? null : (
        <p className={styles['words']}>
          {unmapped.length === 0 ? texts.allMapped : texts.unmapped(unmapped.map((room) => room.name))}
        </p>
      )}
      {taken.length === 0 ? null : <p className={styles['harm']}>{texts.harm(taken)}</p>}
      <SaveFoot {...save} mayEdit={mayEdit} />
    </form>
  );
}
