import type { StatusStrip } from '#api/views';
import type { Role } from '#domain/staff';
export function StatusBar({ strip, role }: { readonly strip: StatusStrip | undefined; readonly role: Role }) {
  return (
    <footer style={{ gridArea: 'status' }}>
      {strip?.pms.state} {role}
    </footer>
  );
}
