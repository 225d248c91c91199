import { useNavigate } from '@tanstack/react-router';
import type { SessionView } from '#api/staff-views';
import type { StatusStrip } from '#api/status-strip';
import type { SearchHit } from '#api/views';
import { keyId } from '#domain/ids';
import { mayDo } from '#domain/staff/permission';
import { useNow } from '../channel/desk-clock.ts';
import { askToEncode } from '../channel/encoder-asking.ts';
import { clockText, dateText, zoneCity } from '../text/format.ts';
import { AccountMenu } from './account-menu.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './top-bar.module.css';

interface TopBarProps {
  readonly me: SessionView;
  readonly strip: StatusStrip | undefined;
  readonly onShortcuts: () => void;
}

export function TopBar({ me, strip, onShortcuts }: TopBarProps) {
  const navigate = useNavigate();

  function open(hit: SearchHit) {
    if (hit.kind === 'encode') askToEncode(keyId.parse(hit.id));
    else if (hit.kind === 'key') void navigate({ to: '/keys/$keyId', params: { keyId: hit.id } });
    else void navigate({ to: '/doors/$doorId', params: { doorId: hit.id } });
  }

  return (
    <header className={styles['bar']}>
      {mayDo(me.role, 'see-keys') ? <SearchBox onOpen={open} /> : null}
      <div className={styles['rest']} />
      {strip?.property == null ? null : <PlaceAndTime property={strip.property} />}
      <AccountMenu me={me} onShortcuts={onShortcuts} />
    </header>
  );
}

/** The property, and the time there: not the PC's. */
function PlaceAndTime({ property }: { readonly property: NonNullable<StatusStrip['property']> }) {
  const now = useNow();
  return (
    <>
      <span className={styles['time']}>
        <strong>{clockText(now, property.zone)}</strong> {dateText(now, property.zone)} · {zoneCity(property.zone)}
      </span>
      <span className={styles['property']}>{property.name}</span>
    </>
  );
}
