import { Page } from '../../components/page.tsx';

export function DoorsScreen() {
  return <Page title="Doors">{null}</Page>;
}
