/**
 * What the charts of 统计通报 draw, as ECharts options without looks: bars in the order the core gives (districts by
 * code, units in 机构序列 — no ranking), with the numbers on them.
 */
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { Breakdowns, LibraryShare, Stage } from '@/api/generated/requests';
import { t, type PlainKey } from '@/text';

/** A part of a bar: its name, its colour (a name of tokens.css) and a number for each category. */
export interface Part {
  name: string;
  colour: string;
  values: number[];
}

export interface BarChart {
  kind: 'bars';
  categories: string[];
  /** Where a click on a category leads. */
  keys: string[];
  /** Stacked on each other, or lying over each other from the widest to the narrowest. */
  stacked: boolean;
  parts: Part[];
}

export interface TrendChart {
  kind: 'trend';
  months: string[];
  bars: Part[];
  /** Percent with one decimal; null where there was no library yet. */
  rate: { name: string; colour: string; values: (number | null)[] };
}

export interface ChartCard {
  key: 'funnel' | 'district' | 'industry' | 'department' | 'trend';
  title: PlainKey;
  note: PlainKey;
  chart: BarChart | TrendChart;
}

/** The way of a project, in order; 修改完善 is a part of 评审论证, 暂缓 and 终止 stand beside the way. */
const WAY: readonly Stage[] = ['collected', 'review', 'ready', 'published', 'advancing', 'landed'];
const cameTo = (stage: Stage) => WAY.indexOf(stage === 'revision' ? 'review' : stage);

/** How many projects came as far as a stage, and how many of them stand there. */
export function funnel(stages: Breakdowns['stages']): BarChart {
  const way = WAY.flatMap((stage) => stages.find((one) => one.stage === stage) ?? []);
  const beside = stages.filter((one) => !WAY.includes(one.stage) && one.count > 0);
  const reached = way.map(({ stage }) => stages.reduce((sum, one) => sum + (cameTo(one.stage) >= cameTo(stage) ? one.count : 0), 0));
  const shown = [...way, ...beside];
  return {
    kind: 'bars',
    categories: shown.map((one) => one.label),
    keys: shown.map((one) => one.stage),
    stacked: false,
    parts: [
      { name: t('figures.reached'), colour: '--accent-pale', values: [...reached, ...beside.map(() => 0)] },
      { name: t('figures.standing'), colour: '--accent', values: shown.map((one) => one.count) },
    ],
  };
}

function library(shares: readonly LibraryShare[]): BarChart {
  return {
    kind: 'bars',
    categories: shares.map((one) => one.label || t('figures.not_filled')),
    keys: shares.map((one) => one.key),
    stacked: true,
    parts: [
      { name: t('figures.landed'), colour: '--accent', values: shares.map((one) => one.landed) },
      { name: t('figures.not_landed'), colour: '--accent-pale', values: shares.map((one) => one.library - one.landed) },
    ],
  };
}

function departments(shares: Breakdowns['departments']): BarChart {
  return {
    kind: 'bars',
    categories: shares.map((one) => one.label),
    keys: shares.map((one) => one.id),
    stacked: true,
    parts: [
      { name: t('figures.closed'), colour: '--done', values: shares.map((one) => one.closed) },
      { name: t('figures.open'), colour: '--ok', values: shares.map((one) => one.open - one.overdue) },
      { name: t('figures.overdue'), colour: '--late', values: shares.map((one) => one.overdue) },
    ],
  };
}

function trend(points: Breakdowns['trend']): TrendChart {
  return {
    kind: 'trend',
    months: points.map((one) => one.month),
    bars: [
      { name: t('figures.library'), colour: '--accent-pale', values: points.map((one) => one.library) },
      { name: t('figures.landed'), colour: '--accent', values: points.map((one) => one.landed) },
    ],
    rate: { name: t('figures.rate'), colour: '--soon', values: points.map((one) => (one.tenths === null ? null : one.tenths / 10)) },
  };
}

/** The charts of a set of figures, in the order of the page. */
export function cards(of: Breakdowns): ChartCard[] {
  return [
    { key: 'funnel', title: 'figures.chart.funnel', note: 'figures.chart.funnel_note', chart: funnel(of.stages) },
    { key: 'trend', title: 'figures.chart.trend', note: 'figures.chart.trend_note', chart: trend(of.trend) },
    { key: 'district', title: 'figures.chart.district', note: 'figures.chart.library_note', chart: library(of.districts) },
    { key: 'industry', title: 'figures.chart.industry', note: 'figures.chart.library_note', chart: library(of.industries) },
    { key: 'department', title: 'figures.chart.department', note: 'figures.chart.department_note', chart: departments(of.departments) },
  ];
}

/** How wide the widest label of a category may be, in letters; the rest is cut with …. */
const LABEL = 8;

export interface Look {
  colour: (name: string) => string;
  /** Size of letters in pixels. */
  size: number;
  family: string;
}

/** The whole picture: title, 数据截至, legend, axes, numbers on the bars. */
export function option(card: ChartCard, day: string, look: Look) {
  const { size } = look;
  const words = { fontFamily: look.family, fontSize: size, color: look.colour('--ink-2') };
  const number = { show: true, ...words, formatter: ({ value }: { value?: unknown }) => (value ? String(value) : '') };
  const common = {
    animation: false,
    textStyle: words,
    title: {
      text: t(card.title), subtext: `${t(card.note)} · ${t('figures.chart.as_of', { day })}`, left: 12, top: 8, itemGap: 4,
      textStyle: { ...words, fontSize: size + 2, fontWeight: 600, color: look.colour('--ink') }, subtextStyle: { ...words, color: look.colour('--ink-3') },
    },
    legend: { right: 12, top: 8, itemWidth: size, itemHeight: size - 3, textStyle: words },
    grid: { left: 12, right: 24, top: size * 2 + 44, bottom: 10, outerBoundsMode: 'same' as const },
  };
  const line = { lineStyle: { color: look.colour('--line') } };
  if (card.chart.kind === 'trend') {
    const { months, bars, rate } = card.chart;
    const drawn: BarSeriesOption[] = bars.map((part, at) => ({
      type: 'bar', name: part.name, data: part.values, barGap: '-100%', barMaxWidth: 26, z: at + 2,
      itemStyle: { color: look.colour(part.colour) }, label: { ...number, position: at ? 'insideTop' : 'top', color: at ? '#fff' : words.color },
    }));
    const rated: LineSeriesOption = {
      type: 'line', name: rate.name, data: rate.values, yAxisIndex: 1, z: 9, symbolSize: 5, itemStyle: { color: look.colour(rate.colour) }, lineStyle: { width: 2 },
    };
    return {
      ...common,
      xAxis: { type: 'category' as const, data: months.map((month) => month.slice(2)), axisTick: { show: false }, axisLine: line, axisLabel: words },
      yAxis: [
        { type: 'value' as const, minInterval: 1, splitLine: line, axisLabel: words },
        { type: 'value' as const, min: 0, max: 100, splitLine: { show: false }, axisLabel: { ...words, formatter: '{value}%' } },
      ],
      series: [...drawn, rated],
    };
  }
  const { categories, parts, stacked } = card.chart;
  const cut = (label: string) => (label.length > LABEL + 2 ? `${label.slice(0, LABEL + 1)}…` : label);
  const series: BarSeriesOption[] = parts.map((part, at) => ({
    type: 'bar', name: part.name, data: part.values, stack: stacked ? 'all' : undefined, barGap: '-100%', barMaxWidth: size + 5, z: at + 2,
    itemStyle: { color: look.colour(part.colour) },
    label: { ...number, position: stacked ? 'inside' : at ? 'insideLeft' : 'right', color: part.colour === '--accent-pale' ? words.color : '#fff' },
  }));
  return {
    ...common,
    xAxis: { type: 'value' as const, minInterval: 1, splitLine: line, axisLabel: words },
    yAxis: { type: 'category' as const, inverse: true, data: categories, axisTick: { show: false }, axisLine: line, axisLabel: { ...words, formatter: cut } },
    series,
  };
}
