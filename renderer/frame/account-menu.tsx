import { Menu, useMantineColorScheme, VisuallyHidden, type MantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLock,
  IconLogout,
  IconPassword,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { SessionView } from '#api/staff-views';
import { lockScreen } from '../channel/screen-lock.ts';
import { useSession } from '../channel/use-session.ts';
import { initials } from '../format.ts';
import { frameText } from '../text/frame.ts';
import { lockText, secretsText } from '../text/staff.ts';
import { SecretsDialog } from './secrets-dialog.tsx';
import styles from './top-bar.module.css';

const appearances = [
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
  { scheme: 'auto', icon: IconDeviceDesktop },
] as const satisfies readonly { readonly scheme: MantineColorScheme; readonly icon: unknown }[];

/** Who is signed in, how it looks, and the way out. */
export function AccountMenu({ me, onShortcuts }: { readonly me: SessionView; readonly onShortcuts: () => void }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { leave } = useSession();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={220} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <button type="button" className={styles['account']}>
            <span aria-hidden>{initials(me.name)}</span>
            <VisuallyHidden>{frameText.account.label(me.name)}</VisuallyHidden>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={styles['who']}>
            <div>{me.name}</div>
            <div className={styles['role']}>{frameText.account.role[me.role]}</div>
          </div>
          <Menu.Divider />
          <Menu.Label>{frameText.account.appearance}</Menu.Label>
          {appearances.map(({ scheme, icon: Icon }) => (
            <Menu.Item
              key={scheme}
              leftSection={<Icon size={16} />}
              rightSection={colorScheme === scheme ? <IconCheck size={16} /> : null}
              aria-current={colorScheme === scheme ? 'true' : undefined}
              onClick={() => setColorScheme(scheme)}
            >
              {frameText.account[scheme]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconKeyboard size={16} />} rightSection={<kbd>?</kbd>} onClick={onShortcuts}>
            {frameText.account.shortcuts}
          </Menu.Item>
          <Menu.Item leftSection={<IconPassword size={16} />} onClick={() => setChanging(true)}>
            {secretsText.title}
          </Menu.Item>
          <Menu.Item leftSection={<IconLock size={16} />} rightSection={<kbd>F9</kbd>} onClick={lockScreen}>
            {lockText.away}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
            {frameText.account.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SecretsDialog opened={changing} onClose={() => setChanging(false)} />
    </>
  );
}
