import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Role } from '#domain/staff/staff';
import { useMe } from '../../channel/use-desk.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { Page } from '../../components/page.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { AuditTab } from './audit-tab.tsx';
import { EncoderTab } from './encoder-tab.tsx';
import { LocksTab } from './locks-tab.tsx';
import { PropertySections } from './property-sections.tsx';
import { settingsText } from './sentences.ts';
import { type SettingsTab, settingsTabsFor } from './settings-tabs.ts';
import styles from './settings.module.css';
import { StaffTab } from './staff-tab.tsx';

export function SettingsScreen() {
  const { tab } = useSearch({ from: '/settings' });
  const role = useMe().data?.role;
  return (
    <Page title={settingsText.title}>{role === undefined ? null : <Sections role={role} asked={tab ?? null} />}</Page>
  );
}

/** Only what the role may use; an address of another section leads to the first of those. */
function Sections({ role, asked }: { readonly role: Role; readonly asked: SettingsTab | null }) {
  const navigate = useNavigate();
  const tabs = settingsTabsFor(role);
  const tab = tabs.find((one) => one === asked) ?? tabs[0];
  if (tab === undefined) return <FailureNotice failure={{ code: 'not-allowed', fields: {} }} />;
  return (
    <>
      <div className={styles['tabs']}>
        <Tabs
          label={settingsText.title}
          tabs={tabs.map((id) => ({ id, name: settingsText.tabs[id] }))}
          chosen={tab}
          onChoose={(chosen) => void navigate({ to: '/settings', search: { tab: chosen }, replace: true })}
        />
      </div>
      <Section tab={tab} />
    </>
  );
}

function Section({ tab }: { readonly tab: SettingsTab }) {
  if (tab === 'property' || tab === 'customization' || tab === 'integrations') return <PropertySections tab={tab} />;
  return (
    <div role="tabpanel" aria-label={settingsText.tabs[tab]}>
      {tab === 'locks' ? <LocksTab /> : null}
      {tab === 'encoder' ? <EncoderTab /> : null}
      {tab === 'staff' ? <StaffTab /> : null}
      {tab === 'audit' ? <AuditTab /> : null}
    </div>
  );
}
