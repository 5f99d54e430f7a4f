// The shapes of countries (Natural Earth, 1:50 million) as one drawing, loaded with the first map.
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import address from 'world-atlas/countries-50m.json?url';
import { project } from './mercator.ts';

export interface Country {
  id: string;
  path: string;
  box: readonly [left: number, top: number, right: number, bottom: number];
}

let loading: Promise<readonly Country[]> | null = null;
export function loadLand(): Promise<readonly Country[]> {
  loading ??= fetch(address)
    .then((reply) => reply.json() as Promise<Topology<{ countries: GeometryCollection }>>)
    .then(draw)
    .catch((failure) => {
      loading = null;
      throw failure;
    });
  return loading;
}

function draw(topology: Topology<{ countries: GeometryCollection }>): Country[] {
  return feature(topology, topology.objects.countries).features.flatMap(({ geometry }, i) => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return polygons
      .map((rings, part) => countryPart(`${i}-${part}`, rings as [number, number][][]))
      .filter(({ box }) => box[1] < 95);
  });
}

function countryPart(id: string, rings: readonly (readonly [number, number][])[]): Country {
  const box: [number, number, number, number] = [180, 180, -180, -180];
  const path = rings
    .map((ring) => {
      let east: number | null = null;
      const steps = ring.map(([longitude, latitude]) => {
        // A ring that crosses the 180th meridian goes on beyond it instead of running back around the world.
        const turn = east === null ? 0 : Math.round((east - longitude) / 360);
        east = longitude + turn * 360;
        const [x, y] = project(east, latitude);
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
        return `${x.toFixed(3)} ${y.toFixed(3)}`;
      });
      return `M${steps.join('L')}Z`;
    })
    .join('');
  return { id, path, box };
}
