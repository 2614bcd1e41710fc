/** What a figure is made of, as printed beside it. */
import type { FigureValue } from '@/api/generated/requests';

/** 19/29 of a rate; nothing for other figures. */
export function parts(figure: Pick<FigureValue, 'kind' | 'numerator' | 'denominator'>): string {
  return figure.kind === 'rate' && figure.denominator !== null ? `${figure.numerator}/${figure.denominator}` : '';
}
