import { Page } from '../../components/page.tsx';

export function DoorDetailsScreen() {
  return <Page title="Door">{null}</Page>;
}
