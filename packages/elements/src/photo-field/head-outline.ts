const SVG = 'http://www.w3.org/2000/svg';

/** Where head and shoulders belong in a portrait of 4×6 cm: the face takes about two thirds of its height, as on identity papers. */
export function headOutline(): SVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 40 60');
  drawing.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', 'M20 8c7.5 0 11.5 5.5 11.5 14S27 40 20 40 8.5 30.5 8.5 22 12.5 8 20 8zM2 60c0-11 6-15 12-17M38 60c0-11-6-15-12-17');
  drawing.append(line);
  return drawing;
}
