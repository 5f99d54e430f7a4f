import { PasswordInput } from '@mantine/core';
import { useWords } from '../words/index.ts';

export const shortestPassword = 10;

/** A field for a new password that counts along until it is long enough. */
export function NewPassword({
  label,
  value,
  change,
}: {
  label: string;
  value: string;
  change: (password: string) => void;
}) {
  const { reset, signIn } = useWords().access;
  const short = value.length > 0 && value.length < shortestPassword;
  return (
    <PasswordInput
      label={label}
      description={short ? reset.tooShort(value.length) : reset.hint}
      autoComplete="new-password"
      required
      withAsterisk={false}
      minLength={shortestPassword}
      visibilityToggleButtonProps={{ 'aria-label': signIn.show }}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
