import { css } from 'lit';
import { buttons } from './buttons.styles.js';
import { fields } from './fields.styles.js';
import { primaryButton } from './primary-button.styles.js';
import { quietButton } from './quiet-button.styles.js';

const links = css`
  a {
    color: var(--_primary);
    text-underline-offset: 0.2em;
  }
`;

/** Everything a form control needs. */
export const controls = css`${buttons}${primaryButton}${quietButton}${fields}${links}`;
