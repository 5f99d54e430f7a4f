/** What a tool's server does for each card, with the address filled in; the same stands in the guide. */
export const signingSnippet = (address: string): string => `import { createHmac } from 'node:crypto';

const claims = { type: 'email', value: email, exp: Math.floor(Date.now() / 1000) + 300 };
const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
const proof = createHmac('sha256', process.env.LYHORD_CARD_SECRET).update(payload).digest('base64url');
const src = \`${address}?token=\${payload}.\${proof}\`;
const html = \`<iframe src="\${src}" title="Customer" width="320" height="560" referrerpolicy="no-referrer"></iframe>\`;
`;
