import { IconPlugConnectedX } from '@tabler/icons-react';
import { useConnection } from '../channel/connection.ts';
import { words } from '../text/words.ts';
import styles from './connection-banner.module.css';

/** Quiet, and over the page so that nothing below it moves. It goes by itself when Portal answers again. */
export function ConnectionBanner() {
  if (useConnection() !== 'lost') return null;
  return (
    <div className={styles['banner']} role="status">
      <IconPlugConnectedX size={16} aria-hidden />
      {words.notAnswering}
    </div>
  );
}
