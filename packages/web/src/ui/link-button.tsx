import { Button, type ButtonProps } from '@mantine/core';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Props = Omit<ButtonProps, 'onClick'> &
  AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> };

function ButtonAnchor({ ref, ...props }: Props) {
  return <Button component="a" ref={ref} {...props} />;
}

/** A button that goes somewhere, with the same typed address as a link. */
export const LinkButton: LinkComponent<typeof ButtonAnchor> = createLink(ButtonAnchor);
