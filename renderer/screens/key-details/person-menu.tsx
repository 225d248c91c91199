import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconUserMinus } from '@tabler/icons-react';
import styles from './credential-card.module.css';
import { keyDetailsTexts as texts } from './sentences.ts';

export interface PersonMenuProps {
  readonly name: string;
  /** The only person on the key: a key is never left without anybody. */
  readonly isLast: boolean;
  readonly onRemove: () => void;
}

/** The three dots of a person on a key. */
export function PersonMenu({ name, isLast, onRemove }: PersonMenuProps) {
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false} width={270}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={texts.personMenu(name)} onDoubleClick={(event) => event.stopPropagation()}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onDoubleClick={(event) => event.stopPropagation()}>
        {isLast ? (
          // Reached by the arrow keys all the same, so that the reason is heard.
          <Menu.Item
            leftSection={<IconUserMinus size={16} aria-hidden />}
            aria-disabled
            closeMenuOnClick={false}
            c="var(--portal-text-2)"
          >
            {texts.removePerson}
            <span className={styles['why']}>{texts.lastPerson}</span>
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconUserMinus size={16} aria-hidden />} c="var(--portal-bad)" onClick={onRemove}>
            {texts.removePerson}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
