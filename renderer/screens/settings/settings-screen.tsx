import { useNavigate, useSearch } from '@tanstack/react-router';
import { portal } from '../../channel/portal-client.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Page } from '../../components/page.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { settingsText } from '../../text/settings.ts';
import { AuditTab } from './audit-tab.tsx';
import { EncoderTab } from './encoder-tab.tsx';
import { IntegrationsTab } from './integrations-tab.tsx';
import { LocksTab } from './locks-tab.tsx';
import { PropertyTab } from './property-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { settingsTabs } from './settings-tabs.ts';
import { StaffTab } from './staff-tab.tsx';
import styles from './settings.module.css';

export function SettingsScreen() {
  const { tab = 'property' } = useSearch({ from: '/settings' });
  const navigate = useNavigate();
  const settings = useAnswer(['settings', 'all'], () => portal.settings.get.query());
  const { data } = settings;
  return (
    <Page title={settingsText.title}>
      <div className={styles['tabs']}>
        <Tabs
          label={settingsText.title}
          tabs={settingsTabs.map((id) => ({ id, name: settingsText.tabs[id] }))}
          chosen={tab}
          onChoose={(chosen) => void navigate({ to: '/settings', search: { tab: chosen }, replace: true })}
        />
      </div>
      <FailureNotice failure={settings.failure} />
      {settings.waiting ? <Waiting>{settingsText.loading}</Waiting> : null}
      {data === undefined ? null : (
        <div role="tabpanel" aria-label={settingsText.tabs[tab]}>
          {tab === 'property' ? <PropertyTab settings={data.property} /> : null}
          {tab === 'customization' ? <RulesTab settings={data.property} /> : null}
          {tab === 'integrations' ? <IntegrationsTab settings={data} /> : null}
          {tab === 'locks' ? <LocksTab gateways={data.gateways} /> : null}
          {tab === 'encoder' ? <EncoderTab /> : null}
          {tab === 'staff' ? <StaffTab /> : null}
          {tab === 'audit' ? <AuditTab /> : null}
        </div>
      )}
    </Page>
  );
}
