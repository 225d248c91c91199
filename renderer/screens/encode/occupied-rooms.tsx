import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OccupiedRoom } from '#api/encoder';
import { endText } from '../../format.ts';
import { encodeText } from '../../text/encode.ts';
import styles from './encode.module.css';

const text = encodeText.occupied;

/** Who still holds the room: the desk has to choose before a card is made that ends theirs. */
export function OccupiedRooms({
  rooms,
  children,
}: {
  readonly rooms: readonly OccupiedRoom[];
  readonly children: ReactNode;
}) {
  return (
    <section className={styles['occupied']} aria-label={text.title}>
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <p className={styles['occupiedTitle']}>{text.title}</p>
        <ul>
          {rooms.map((room) => (
            <li key={`${room.room}/${room.keyId}`}>{text.line(room.room, room.owner, endText(room.until))}</li>
          ))}
        </ul>
        <p className={styles['means']}>{text.means}</p>
        {children}
      </div>
    </section>
  );
}
