import { Page } from '../../components/page.tsx';

export function DemoScreen() {
  return <Page title="Demo hotel">{null}</Page>;
}
