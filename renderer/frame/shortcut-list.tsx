import { Modal } from '@mantine/core';
import { shortcuts, shortcutsTitle } from './search-sentences.ts';
import styles from './shortcut-list.module.css';

export function ShortcutList({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={shortcutsTitle} size="sm">
      <dl className={styles['list']}>
        {shortcuts.map(({ keys, does }) => (
          <div key={does} className={styles['row']}>
            <dt className={styles['keys']}>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd className={styles['does']}>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
