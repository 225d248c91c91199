import { MultiSelect } from '@mantine/core';
import type { SpaceId } from '#domain/ids';
import { mayDo } from '#domain/staff/permission';
import { portal } from '../../channel/portal-client.ts';
import { useMe } from '../../channel/use-desk.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import type { DoorTabProps } from './door-info-tab.tsx';
import { mappableRooms } from './door-list.ts';
import styles from './doors.module.css';
import { useDraft } from '../../components/use-draft.ts';
import { SaveFoot } from './save-foot.tsx';
import { mappingTexts as texts } from './sentences.ts';

/** Which rooms of the PMS lead to this door; rooms without any door are offered first. */
export function MappingTab({ door, mayEdit }: DoorTabProps) {
  const me = useMe().data;
  const maySeeSettings = me !== undefined && me !== null && mayDo(me.role, 'edit-settings');
  const doors = useAnswer(['doors', 'list'], () => portal.doors.list.query());
  const settings = useAnswer(['settings', 'get'], () => portal.settings.get.query(), { enabled: maySeeSettings });
  const unmapped = settings.data?.unmappedSpaces ?? [];
  const draft = useDraft(
    { spaceIds: door.spaces.map((space): SpaceId => space.id) },
    door.version,
    ({ spaceIds }, version) => portal.doors.setMapping.mutate({ doorId: door.id, version, spaceIds }),
  );
  const { spaceIds } = draft.value;
  const rooms = mappableRooms(doors.data ?? [door], unmapped, door.id);
  const taken = door.spaces.filter((space) => !spaceIds.includes(space.id)).map((space) => space.name);
  const options = (isElsewhere: boolean) =>
    rooms
      .filter((room) => room.doors.length > 0 === isElsewhere)
      .map((room) => ({ value: room.id, label: isElsewhere ? `${room.name} → ${room.doors.join(', ')}` : room.name }));
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        draft.save();
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
        value={spaceIds}
        data={[
          { group: texts.withoutDoor, items: options(false) },
          { group: texts.withOtherDoor, items: options(true) },
        ]}
        onChange={(chosen) =>
          draft.change({ spaceIds: rooms.map((room) => room.id).filter((id) => chosen.includes(id)) })
        }
      />
      {spaceIds.length === 0 ? <p className={styles['words']}>{texts.noneChosen}</p> : null}
      {settings.data === undefined ? null : (
        <p className={styles['words']}>
          {unmapped.length === 0 ? texts.allMapped : texts.unmapped(unmapped.map((room) => room.name))}
        </p>
      )}
      {taken.length === 0 ? null : <p className={styles['harm']}>{texts.harm(taken)}</p>}
      <SaveFoot draft={draft} mayEdit={mayEdit} />
    </form>
  );
}
