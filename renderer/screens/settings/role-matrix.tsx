import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { actions, mayDo } from '#domain/staff/permission';
import { roles } from '#domain/staff/staff';
import { Panel } from '../../components/page.tsx';
import { roleNames } from '../../text/frame.ts';
import styles from './settings.module.css';
import { matrixText as text } from './staff-sentences.ts';

/** The table that the desk itself asks at every call, as it is. */
export function RoleMatrix() {
  return (
    <Panel title={text.title}>
      <div className={styles['wide']} tabIndex={0} role="region" aria-label={text.title}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{text.action}</th>
              {roles.map((role) => (
                <th key={role} scope="col" className={styles['middle']}>
                  {roleNames[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actions.map((action) => (
              <tr key={action}>
                <th scope="row">{text.actions[action]}</th>
                {roles.map((role) => (
                  <td key={role} className={styles['middle']}>
                    {mayDo(role, action) ? (
                      <IconCheck size={16} className={styles['may']} aria-hidden />
                    ) : (
                      <IconMinus size={16} className={styles['mayNot']} aria-hidden />
                    )}
                    <VisuallyHidden>{mayDo(role, action) ? text.yes : text.no}</VisuallyHidden>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
