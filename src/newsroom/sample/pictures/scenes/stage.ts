import { area, between, d, disc, el, height, rect, stroke, times, width, type Brush, type Scene } from "../brush.ts";

/** A stage: curtains, three beams of light, players in silhouette. */
export const stage: Scene = (brush) => {
  const { palette } = brush;
  const back = el("ellipse", { cx: 600, cy: 430, rx: 420, ry: 320, fill: palette.sky[1], opacity: 0.75 });
  const beams = times(3, (index) =>
    area(d`M${286 + index * 300} 0 h28 L${490 + index * 280} 650 h-360Z`, palette.light, { opacity: 0.2 }),
  );
  const cast = times(4, (index) => player(brush, 420 + index * 120));
  return (
    rect(0, 0, width, height, palette.tones[3]) + back + beams + boards(brush) + cast + curtains(palette.accents[1])
  );
};

function boards({ palette }: Brush): string {
  const seams = times(14, (index) => d`M${300 + index * 46} 652 L${-300 + index * 138} 800 `);
  return rect(0, 650, width, 150, palette.tones[2]) + stroke(seams, palette.tones[3], 2, { opacity: 0.6 });
}

function player({ palette, chance }: Brush, x: number): string {
  const [tall, ink] = [between(chance, 210, 270), palette.tones[3]];
  const [neck, reach] = [664 - tall * 0.8, between(chance, -0.2, 0.16) * tall];
  const coat = d`M${x - tall * 0.11} ${664 - tall * 0.84} h${tall * 0.22} L${x + tall * 0.2} 664 h${tall * -0.4}Z`;
  const arms = d`M${x} ${neck} l${tall * 0.3} ${reach} M${x} ${neck} l${tall * -0.26} ${tall * 0.24}`;
  return disc(x, 664 - tall, tall * 0.085, ink) + area(coat, ink) + stroke(arms, ink, tall * 0.05);
}

function curtains(cloth: string): string {
  const fold = (x: number, index: number) => rect(x, 0, 22, 664, cloth, { opacity: index % 2 === 0 ? 0.96 : 0.74 });
  const sides = times(11, (index) => fold(index * 21, index) + fold(969 + index * 21, index));
  return sides + rect(0, 0, width, 74, cloth) + times(20, (index) => disc(index * 64, 74, 34, cloth));
}
