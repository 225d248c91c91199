import { IconActivity, IconCreditCard, IconDoor, IconKey, IconSettings, IconTestPipe } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { StatusStrip } from '#api/status-strip';
import { mayDo } from '#domain/staff/permission';
import type { Role } from '#domain/staff/staff';
import { settingsTabsFor } from '../screens/settings/settings-tabs.ts';
import { frameText } from '../text/frame.ts';
import styles from './navigation.module.css';

export interface NavigationProps {
  readonly attention: StatusStrip['attention'] | undefined;
  readonly role: Role;
  /** Cards that were begun and not seen to the end. */
  readonly unfinished: number;
  readonly demo: boolean;
}

/** The screens, each with how many things there need attention. What the role may not see is not offered. */
export function Navigation({ attention, role, unfinished, demo }: NavigationProps) {
  return (
    <nav className={styles['nav']} aria-label={frameText.nav.label}>
      <div className={styles['brand']}>
        <span className={styles['mark']} aria-hidden>
          P
        </span>
        <span className={styles['name']}>{frameText.product}</span>
      </div>
      {mayDo(role, 'see-keys') ? (
        <Place to="/keys" icon={IconKey} name={frameText.nav.keys} count={attention?.keys} />
      ) : null}
      <Place to="/doors" icon={IconDoor} name={frameText.nav.doors} count={attention?.doors} />
      {mayDo(role, 'see-keycards') ? (
        <Place to="/keycards" icon={IconCreditCard} name={frameText.nav.keycards} count={unfinished} />
      ) : null}
      {mayDo(role, 'see-activity') ? <Place to="/activity" icon={IconActivity} name={frameText.nav.activity} /> : null}
      {demo && mayDo(role, 'use-demo') ? <Place to="/demo" icon={IconTestPipe} name={frameText.nav.demo} /> : null}
      <div className={styles['rest']} />
      {settingsTabsFor(role).length > 0 ? (
        <Place
          to="/settings"
          icon={IconSettings}
          name={frameText.nav.settings}
          count={mayDo(role, 'edit-settings') ? attention?.settings : 0}
        />
      ) : null}
    </nav>
  );
}

interface PlaceProps {
  readonly to: '/keys' | '/doors' | '/keycards' | '/activity' | '/demo' | '/settings';
  readonly icon: ComponentType<{ readonly size: number; readonly stroke: number }>;
  readonly name: string;
  readonly count?: number | undefined;
}

function Place({ to, icon: Icon, name, count = 0 }: PlaceProps) {
  return (
    <Link to={to} className={styles['place']} activeProps={{ 'aria-current': 'page' }} title={name}>
      <Icon size={17} stroke={1.75} />
      <span className={styles['name']}>{name}</span>
      {count > 0 ? (
        <span className={styles['count']} title={frameText.needAttention(count)}>
          {count}
          <span className={styles['hidden']}> {frameText.needAttention(count)}</span>
        </span>
      ) : null}
    </Link>
  );
}
