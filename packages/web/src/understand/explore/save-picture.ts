import { saveFile } from '../../ui/csv.ts';

const sharpness = 2;
const head = 52;

/** The drawn chart as a file, under what it shows: as it is, or as points on the page's own paper. */
export async function savePicture(
  svg: SVGSVGElement,
  name: string,
  kind: 'svg' | 'png',
  [title, hint]: readonly [title: string, hint: string],
): Promise<void> {
  const { width, height: drawnHeight } = svg.getBoundingClientRect();
  const height = drawnHeight + head;
  const text = new XMLSerializer().serializeToString(titledCopy(svg, width, height, title, hint));
  if (kind === 'svg') {
    saveFile(`${name}.svg`, text, 'image/svg+xml');
    return;
  }
  const image = new Image();
  const drawn = new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = reject;
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await drawn;
  const canvas = document.createElement('canvas');
  canvas.width = width * sharpness;
  canvas.height = height * sharpness;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--surface') || '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const link = document.createElement('a');
  link.href = canvas.toDataURL('image/png');
  link.download = `${name}.png`;
  link.click();
}

function titledCopy(
  svg: SVGSVGElement,
  width: number,
  height: number,
  title: string,
  hint: string,
): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const drawing = document.createElementNS(space, 'g');
  drawing.setAttribute('transform', `translate(0 ${head})`);
  drawing.append(...copy.childNodes);
  const ink = svg.querySelector('text')?.getAttribute('fill') ?? 'currentColor';
  const lines = [
    { text: title, y: 18, size: 16, weight: '600' },
    { text: hint, y: 38, size: 12, weight: '400' },
  ].map(({ text, y, size, weight }) => {
    const line = document.createElementNS(space, 'text');
    for (const [key, value] of Object.entries({
      x: 8,
      y,
      'font-size': size,
      'font-weight': weight,
      fill: ink,
    }))
      line.setAttribute(key, String(value));
    line.textContent = text;
    return line;
  });
  copy.append(...lines, drawing);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.removeAttribute('viewBox');
  return copy;
}
