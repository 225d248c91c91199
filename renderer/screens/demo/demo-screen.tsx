import { portal } from '../../channel/portal-client.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { useZone } from '../../channel/use-strip.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { demoTexts as texts } from './sentences.ts';
import { failureSentence } from '../../text/failures.ts';
import { DemoBuilding } from './demo-building.tsx';
import { DemoCards } from './demo-cards.tsx';
import { DemoKeypad } from './demo-keypad.tsx';
import { DemoReservations } from './demo-reservations.tsx';
import { DemoOutage } from './demo-outage.tsx';
import styles from './demo.module.css';

/** The simulators do not tell of every change: they are asked again. */
const strideMs = 3_000;

/** The demo hotel's other side: its PMS, its guests at the doors, and its locks on a bad day. */
export function DemoScreen() {
  const zone = useZone();
  const view = useAnswer(['demo', 'view'], () => portal.demo.view.query(), { everyMs: strideMs });
  return (
    <Page title={texts.title} beside={<span className={styles['label']}>{texts.label}</span>}>
      {view.waiting ? <Waiting>{texts.loading}</Waiting> : null}
      {view.data === undefined && view.failure !== null ? (
        <EmptyState title={texts.none}>{failureSentence(view.failure)}</EmptyState>
      ) : null}
      {view.data === undefined ? null : (
        <div className={styles['columns']}>
          <div className={styles['stack']}>
            <DemoReservations view={view.data} zone={zone} />
            <DemoCards cards={view.data.cards} locks={view.data.locks} />
            <DemoOutage />
          </div>
          <div className={styles['stack']}>
            <DemoKeypad locks={view.data.locks} />
            <DemoBuilding locks={view.data.locks} />
          </div>
        </div>
      )}
    </Page>
  );
}
