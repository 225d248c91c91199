import { Page } from '../../components/page.tsx';

export function KeyDetailsScreen() {
  return <Page title="Key">{null}</Page>;
}
