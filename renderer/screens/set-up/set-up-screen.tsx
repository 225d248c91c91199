import { Page } from '../../components/page.tsx';

export function SetUpScreen() {
  return <Page title="Set up">{null}</Page>;
}
