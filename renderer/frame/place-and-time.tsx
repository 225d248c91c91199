import type { StatusStrip } from '#api/views';
import { clockText, dateText, useNow, zoneCity } from '../format.ts';
import styles from './top-bar.module.css';

/** The property, and the time there: not the PC's. */
export function PlaceAndTime({ property }: { readonly property: NonNullable<StatusStrip['property']> }) {
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
