import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../components/notices.tsx';
import { frameText } from '../text/frame.ts';

export function NotFound() {
  const navigate = useNavigate();
  return (
    <EmptyState
      title={frameText.notFound.title}
      act={<Button onClick={() => void navigate({ to: '/keys' })}>{frameText.notFound.act}</Button>}
    >
      {frameText.notFound.words}
    </EmptyState>
  );
}
