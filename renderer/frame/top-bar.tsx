import type { StaffView, StatusStrip } from '#api/views';
export function TopBar({ me, strip }: { readonly me: StaffView; readonly strip: StatusStrip | undefined }) {
  return (
    <header style={{ gridArea: 'top' }}>
      {strip?.property?.name} {me.name}
    </header>
  );
}
