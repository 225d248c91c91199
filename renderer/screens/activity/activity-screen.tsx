import { Page } from '../../components/page.tsx';

export function ActivityScreen() {
  return <Page title="Activity">{null}</Page>;
}
