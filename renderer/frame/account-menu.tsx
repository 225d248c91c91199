import { Button, type MantineColorScheme, Menu, Modal, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLock,
  IconLogout,
  IconMoon,
  IconPassword,
  IconSun,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { OwnSecretsInput } from '#api/staff-inputs';
import type { SessionView } from '#api/staff-views';
import { portal } from '../channel/portal-client.ts';
import { lockScreen, useSession } from '../channel/session.ts';
import { useAct } from '../channel/use-portal.ts';
import { SecretsForm } from '../components/secrets-form.tsx';
import { initials } from '../text/format.ts';
import { frameText, roleNames } from '../text/frame.ts';
import { lockText, secretsText as text } from '../text/secrets.ts';
import { words } from '../text/words.ts';
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
            <div className={styles['role']}>{roleNames[me.role]}</div>
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
            {text.title}
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

/** From the account menu: another password, another PIN, or both. */
function SecretsDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const save = useAct((input: OwnSecretsInput) => portal.sessions.setSecrets.mutate(input), { done: onClose });

  function close() {
    save.reset();
    onClose();
  }

  return (
    <Modal opened={opened} onClose={close} title={text.title}>
      <p style={{ margin: '0 0 16px', color: 'var(--portal-text-2)' }}>{text.words}</p>
      <SecretsForm
        kind="change"
        onSave={(input) => void save.run(input)}
        pending={save.pending}
        failure={save.failure}
        beside={<Button onClick={close}>{words.cancel}</Button>}
      />
    </Modal>
  );
}
