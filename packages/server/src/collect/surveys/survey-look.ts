// The look of survey pages: one column, large targets, the company's colour; nothing to load, nothing to run.
import { escapeHtml } from '../../access/index.ts';

/** Black or white, whichever reads better on a colour (WCAG 2 relative luminance). */
export function inkOn(colour: string): '#fff' | '#111' {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.0553 ? '#fff' : '#111';
}

const css = (brand: string) => `
*{box-sizing:border-box}
body{margin:0;background:#fbfaf8;color:#1b2227;font:18px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
header{background:${brand};color:${inkOn(brand)};padding:14px 20px;font-weight:600}
header span{display:block;max-width:560px;margin:0 auto}
header small{font-weight:400;font-size:15px;margin-left:8px}
main{max-width:600px;margin:0 auto;padding:28px 20px 40px}
h1{font-size:26px;line-height:1.25;font-weight:600;margin:8px 0 24px}
p{margin:0 0 16px}
.step,.hint,footer{color:#5a646b;font-size:15px}
fieldset{border:0;margin:0;padding:0}
.scores{display:flex;flex-wrap:wrap;margin:0 -4px}
.scores button{width:calc(16.66% - 8px);margin:4px;padding:0;min-height:54px;font-size:20px}
@media(min-width:560px){.scores button{width:calc(9.09% - 8px)}}
.ends{display:flex;justify-content:space-between;font-size:15px;color:#5a646b;margin:8px 0 0}
.list button{display:block;width:100%;margin:0 0 10px;padding:14px 18px;text-align:left;min-height:54px}
.list b{display:inline-block;width:1.6em;font-weight:600}
button,.button{font:inherit;border:1px solid #9aa3a8;border-radius:8px;background:#fff;color:#1b2227;padding:10px 18px;min-height:48px;cursor:pointer;font-variant-numeric:tabular-nums}
button.main,button[aria-pressed=true]{background:${brand};border-color:${brand};color:${inkOn(brand)};font-weight:600}
button:hover{border-color:#1b2227}
button:focus-visible,a:focus-visible,input:focus-visible,textarea:focus-visible{outline:3px solid #1b2227;outline-offset:2px}
button.wide{display:block;width:100%;font-size:20px;min-height:60px;margin:0 0 24px}
textarea{width:100%;font:inherit;padding:12px;border:1px solid #9aa3a8;border-radius:8px;min-height:140px;background:#fff;color:inherit}
.ask{margin:16px 0 0}.ask label{display:inline-block;padding:10px 0}.ask input{width:20px;height:20px;vertical-align:-4px;margin:0 8px 0 0}
.acts{margin-top:16px}.acts button{margin-right:10px}
a{color:inherit}
.wrong{border-left:4px solid #a03a1f;padding-left:12px}
footer{margin-top:40px;border-top:1px solid #e2dfda;padding-top:14px}
footer a,footer b{display:inline-block;padding:8px 10px 8px 0}
@media(prefers-color-scheme:dark){body{background:#14191c;color:#eceff0}.step,.hint,footer,.ends{color:#aab4b9}
button,textarea{background:#20282c;color:#eceff0;border-color:#68757c}footer{border-color:#333d42}
button:focus-visible,a:focus-visible,textarea:focus-visible{outline-color:#fff}}
`;

export interface Look {
  readonly lang: string;
  readonly company: string;
  readonly where: string | null;
  readonly brand: string;
  readonly title: string;
  /** Seconds after which the page goes back to an address, on a till's own screen. */
  readonly back?: { readonly seconds: number; readonly to: string } | undefined;
}

/** A whole page around `body`, which is HTML. */
export function surveyHtml(look: Look, body: string): string {
  const where = look.where === null ? '' : ` <small>${escapeHtml(look.where)}</small>`;
  const back = look.back
    ? `<meta http-equiv="refresh" content="${look.back.seconds};url=${escapeHtml(look.back.to)}">`
    : '';
  return `<!doctype html>
<html lang="${look.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">${back}
<title>${escapeHtml(look.title)}</title><style>${css(look.brand).replace(/\n/g, '')}</style></head>
<body><header><span>${escapeHtml(look.company)}${where}</span></header>
<main>
${body}
</main></body></html>
`;
}
