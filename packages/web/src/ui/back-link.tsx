import { IconArrowLeft } from '@tabler/icons-react';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import styles from './back-link.module.css';

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>;
}

/** Above a heading: the way to the screen that this one belongs to. */
export const BackLink = createLink(({ children, ref, ...rest }: AnchorProps) => (
  <a {...rest} ref={ref} className={styles.back}>
    <IconArrowLeft size={16} stroke={1.8} aria-hidden="true" />
    {children}
  </a>
));
