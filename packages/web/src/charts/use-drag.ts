import { type PointerEvent, useRef } from 'react';
import type { View } from './mercator.ts';

/** Moves a map by dragging. A finger moves it only once it is zoomed in, so that a phone's page still scrolls. */
export function useDrag(view: View, move: (view: View) => void, zoomed: boolean) {
  const start = useRef<{ x: number; y: number; view: View } | null>(null);
  return {
    style: { touchAction: zoomed ? 'none' : 'pan-y' } as const,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if ((event.target as HTMLElement).closest('button, a')) return;
      if (event.pointerType === 'touch' && !zoomed) return;
      start.current = { x: event.clientX, y: event.clientY, view };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = start.current;
      if (!from) return;
      move({
        ...from.view,
        x: from.view.x - (event.clientX - from.x) / from.view.scale,
        y: from.view.y - (event.clientY - from.y) / from.view.scale,
      });
    },
    onPointerUp: () => {
      start.current = null;
    },
    onPointerCancel: () => {
      start.current = null;
    },
  };
}
