import { Link } from '@tanstack/react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { frameText } from '../text/frame.ts';

export function NotFound() {
  return (
    <EmptyState title={frameText.notFound.title} act={<Link to="/keys">{frameText.notFound.act}</Link>}>
      {frameText.notFound.words}
    </EmptyState>
  );
}
