import { Component, type ReactNode } from 'react';
import { ScreenFailed, type Failed } from './screen-failed.tsx';

interface Props {
  /** What stands in the place of a part that could not be drawn. */
  readonly renderFailed?: (failed: Failed) => ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly failure: { readonly error: unknown } | null;
}

/** Keeps what could not be loaded or drawn from taking the rest of the page with it. */
export class PartBoundary extends Component<Props, State> {
  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } };
  }

  override state: State = { failure: null };

  private readonly reset = () => this.setState({ failure: null });

  override render() {
    const { failure } = this.state;
    const { renderFailed, children } = this.props;
    if (failure === null) return children;
    const failed = { error: failure.error, reset: this.reset };
    return renderFailed === undefined ? <ScreenFailed {...failed} /> : renderFailed(failed);
  }
}
